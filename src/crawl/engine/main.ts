import { mkdirSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { platformOf } from '../platforms/platform-table.js';
import { Guard } from './guard.js';
import { captureLimits as limits } from './limits.js';
import { union } from './page-text.js';
import type { Order, RawCapture } from './raw.js';
import { openSession } from './session.js';
import { Steps } from './steps.js';
import { Timeline } from './timeline.js';

/** The capture process: no database, no keys of the office; it waits for its order, writes a raw folder and ends. */
process.once('disconnect', () => process.exit(1));
const order = await new Promise<Order>((told) => process.once('message', (message) => told(message as Order)));
// what goes wrong beside the steps is a fact of the capture, not its end
const strays: string[] = [];
for (const kind of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(kind, (error: Error) => {
    strays.push(String(error?.stack ?? error).slice(0, 1_000));
  });
const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const LAUNCH_MS = 30_000;

const startedAt = new Date();
const timeline = new Timeline(Date.now() + limits.seconds * 1_000);
mkdirSync(order.rawDir, { recursive: true });
const guard = new Guard(order.rawDir, order.allow, limits);
const opening = openSession(order, guard, limits);
await timeline.run('launch', LAUNCH_MS, () => opening.then(() => undefined));
const session = await opening.catch(() => null);
const steps = session && new Steps(session, guard, limits, order.rawDir, timeline);
if (session && !session.browser.sandbox) tell('the browser runs without its own sandbox: this system gives it no user namespaces');
if (steps) {
  tell(`opening ${order.url}`);
  await steps.all(order.url);
}
const finalUrl = session?.page.url() ?? order.url;
await guard.close();
await session?.close();

const raw: RawCapture = {
  order: { url: order.url, context: order.context, allow: order.allow },
  platform: platformOf(/^https?:/.test(finalUrl) ? finalUrl : order.url).key,
  finalUrl,
  startedAt: startedAt.toISOString(),
  endedAt: new Date().toISOString(),
  steps: timeline.records,
  post: steps?.post ?? null,
  media: steps?.media ?? [],
  ...(steps?.films.facts() ?? { films: [], subtitles: [], frames: [], looked: [] }),
  text: union(steps?.takes ?? []),
  shown: steps?.shown ?? null,
  exchanges: guard.exchanges.map((e) => ({ ...e, endedAt: e.endedAt ?? new Date().toISOString() })),
  browser: session?.browser ?? { version: '', userAgent: '', flags: [], sandbox: false },
  dialogs: steps?.dialogs ?? 0,
  popups: session?.popups ?? 0,
  background: session?.background() ?? 0,
  strays,
  limits,
  machine: { kernel: release(), node: process.version },
};
try {
  writeFileSync(join(order.rawDir, 'capture.json'), JSON.stringify(raw));
  tell('handed over');
  process.exit(0);
} catch (error) {
  tell((error as Error).message);
  process.exit(1);
}
