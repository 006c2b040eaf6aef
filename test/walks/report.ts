import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Walking } from './attempt.js';
import { hold, noteAct } from './books.js';
import { passTime } from './house.js';
import { count, type Brought, type Post, type World } from './world.js';

/** A post as the first report of it makes it. */
export const firstOf = (w: World, id: string, brought: Brought): void => {
  const url = 'url' in brought ? brought.url : null;
  w.posts.push({
    ...{ kind: 'post', brought, id, itemId: null, addressId: '', url, captured: url === null, version: 0 },
    ...{ judgements: [], claim: null, matchId: null, matchNamed: false, looks: [] },
  } satisfies Post);
};

/** A citizen sends something; the first report makes the post, later ones join it; one key is one report. */
export async function report(walking: Walking, name: string, hand: number): Promise<void> {
  const { stage, world: w, books, trace } = walking;
  const [first] = w.posts;
  const brought = first?.brought ?? (await something(w, name));
  trace.push(`a citizen reports ${Object.keys(brought)[0]}`);
  const key = randomUUID();
  const send = () => stage.reported(brought, key);
  const answers = [await send(), ...(hand % 3 === 0 ? [await send()] : [])];
  for (const { status } of answers) noteAct(books, name, status < 300 ? null : String(status));
  hold(
    books,
    'a report is taken',
    answers.map((a) => a.status < 300),
    answers.map(() => true),
  );
  hold(books, 'a double submit has one answer', new Set(answers.map((a) => a.receipt)).size, 1, name);
  const told = await stage.told();
  const wanted = first || 'url' in brought ? ['report.received'] : ['report.received', 'submission.sealed'];
  const types = told.map((e) => e.type).sort();
  hold(books, 'the log tells each act that was taken, and nothing of one that was refused', types, wanted, name);
  count(w, 'reports-received');
  if (!first) firstOf(w, told[0].subject!, brought);
  if (!first && !('url' in brought)) await passTime(walking);
}

/** What nobody has reported before. */
async function something(w: World, name: string): Promise<Brought> {
  if (name === 'report of a text') return { text: w.words };
  if (name === 'report') return { url: `https://mang.example/bai/${w.n}-${Date.now()}` };
  const background = { r: w.n % 256, g: (w.n >> 8) % 256, b: 7 };
  return {
    picture: await sharp({ create: { width: 4, height: 4, channels: 3, background } })
      .png()
      .toBuffer(),
  };
}
