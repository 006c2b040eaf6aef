import { on } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { goesTo } from '../profiles/cookie-file.js';
import { platformOf } from '../platforms/platform-table.js';
import { askRobots, forbidden, unasked } from './ask-robots.js';
import { Guard } from './guard.js';
import { captureLimits as limits } from './limits.js';
import { machine } from './machine.js';
import { union } from './page-text.js';
import type { Order, RawCapture, Start } from './raw.js';
import { openSession, signIn, type Session } from './session.js';
import { Steps } from './steps.js';
import { Timeline } from './timeline.js';
import { ordinaryVisitor } from './visitor-table.js';
import { withhold } from './withhold.js';
import { shownRoute } from './way-out.js';

/** The capture process: no database, no keys of the office; it opens its browser, waits for its order, writes a raw folder and ends. */
process.once('disconnect', () => process.exit(1));
const messages = on(process, 'message'); // keeps what comes before it is asked for
const start = await next<Start>();
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
const ROBOTS_MS = 3_000;

const guard = new Guard(limits);
const opening = openSession(start, guard, limits);
let ordered = false;
const leave = () => ordered || process.exit(1); // a browser that is gone waits for no order
opening.then(({ page }) => page.browser().once('disconnected', leave), leave);
const order = await next<Order>();
ordered = true;
const [startedAt, monotonic] = [new Date(), performance.now()];
const timeline = new Timeline(Date.now() + limits.seconds * 1_000);
mkdirSync(order.rawDir, { recursive: true });
guard.begin(order);
await timeline.run('launch', LAUNCH_MS, async () => {
  const open = await opening;
  if (order.profile) await signIn(open, order.profile.cookies);
});
const session = await opening.catch(() => null);
const steps = session && new Steps(session, guard, limits, order.rawDir, timeline);
if (session && !session.browser.sandbox) tell('the browser runs without its own sandbox: this system gives it no user namespaces');
const robots = order.robots === 'ignore' ? null : unasked(order.url, order.robots, limits.robots_agent);
const readRobots = () =>
  timeline.run('robots', ROBOTS_MS, async () => session && robots && askRobots(guard, order.url, robots, session.browser.userAgent));
if (order.robots === 'obey') await readRobots();
if (steps && !forbidden(robots)) {
  tell(`opening ${order.url}`);
  await steps.all(order.url);
}
if (order.robots === 'record') await readRobots(); // no page learns before it is read that a machine will read it
const finalUrl = session?.page.url() ?? order.url;
const visitor = session?.visitor ?? ordinaryVisitor;
const atEnd = await Promise.race([cookiesOf(session), pause(1_000, [])]);
const frames = session?.log.frames() ?? null;
await guard.close();
await session?.close();

const { profile } = order;
const seen: RawCapture = {
  order: { url: order.url, context: order.context, allow: order.allow },
  house: order.house,
  platform: platformOf(/^https?:/.test(finalUrl) ? finalUrl : order.url).key,
  finalUrl,
  startedAt: startedAt.toISOString(),
  endedAt: new Date().toISOString(),
  steps: timeline.records,
  post: steps?.post ?? null,
  lostByUs: steps?.lostByUs ?? false,
  media: steps?.media ?? [],
  ...(steps?.films.facts() ?? { films: [], subtitles: [], frames: [], looked: [], derived: [] }),
  text: union(steps?.takes ?? []),
  article: steps?.article ?? null,
  frameText: union(steps?.frameTakes ?? []),
  shown: steps?.shown ?? null,
  own: steps?.own ?? null,
  exchanges: guard.exchanges.map((e) => ({ ...e, endedAt: e.endedAt ?? new Date().toISOString() })),
  browser: session?.browser ?? { openedAt: '', version: '', revision: '', jsVersion: '', userAgent: '', flags: [], sandbox: false },
  acts: session?.log.acts ?? [],
  page: { console: session?.log.console ?? [], navigations: session?.log.navigations ?? [], frames, left: session?.log.left ?? 0 },
  visitor: {
    is: start.visitor,
    viewport: visitor.viewport,
    pixelRatio: visitor.pixel_ratio,
    touch: visitor.touch,
    mobile: visitor.mobile,
    locale: visitor.locale,
    acceptLanguage: visitor.languages,
    timeZone: visitor.time_zone,
    hints: visitor.hints,
    javascript: true,
    signedIn: profile ? { name: profile.name, version: profile.version } : false,
    cookiesAtStart: profile?.cookies.length ?? 0,
    cookiesAtEnd: atEnd.map(({ name, domain }) => ({ name, domain })),
  },
  pictures: steps?.pictures ?? [],
  monotonicMilliseconds: Math.round(performance.now() - monotonic),
  background: session?.background() ?? 0,
  robots,
  route: shownRoute(order.route),
  strays,
  withheld: null,
  limits,
  machine: machine(),
};
try {
  const ofHosts = atEnd.filter((cookie) => profile?.hosts.some((host) => goesTo(cookie, host)));
  const opens = [...(profile?.cookies ?? []), ...ofHosts].map(({ value }) => value);
  const raw = profile ? withhold(seen, order.rawDir, opens, profile.hosts) : seen;
  writeFileSync(join(order.rawDir, 'capture.json'), JSON.stringify(raw));
  tell('handed over');
  process.exit(0);
} catch (error) {
  tell((error as Error).message);
  process.exit(1);
}

async function cookiesOf(open: Session | null): Promise<{ name: string; domain: string; hostOnly: boolean; value: string }[]> {
  const { cookies } = (await open?.control.send('Storage.getCookies').catch(() => null)) ?? { cookies: [] };
  return cookies.slice(0, 500).map(({ name, domain, value }) => ({
    name: name.slice(0, 200),
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    value,
  }));
}

async function next<T>(): Promise<T> {
  return ((await messages.next()).value as [T])[0];
}
