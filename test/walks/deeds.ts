import type { Walking } from './attempt.js';
import { report } from './report.js';
import { passTime } from './house.js';
import { SIGNERS, type Person } from './people.js';
import { count, type Item, type Post, type World } from './world.js';

/** What happens from outside: citizens, platforms, time. */
export interface Deed {
  name: string;
  weight: number;
  run: (walking: Walking, hand: number) => Promise<void>;
}
const HOUR = 3_600_000;
const SEEN = ['gone', 'gone', 'gone', 'present', 'private', 'login-wall', 'fetch-failed'];

const BROUGHT = [
  ['report', 4],
  ['report of a text', 0.3],
  ['report of a picture', 0.15],
] as const;
const AGAIN = [['report again', 0.15]] as const;

export function deeds(w: World): Deed[] {
  const watched = w.takedowns.filter((t) => t.item && t.state === 'sent' && t.item.state !== 'withdrawn');
  return [
    ...(w.posts.length === 0 ? BROUGHT : AGAIN).map(([name, weight]) => ({
      name,
      weight,
      run: (x: Walking, hand: number) => report(x, name, hand),
    })),
    {
      name: 'time passes',
      weight: w.takedowns.some((t) => t.state === 'sending') || w.cases.some((c) => c.falling) ? 3 : 0.5,
      run: (x) => passTime(x),
    },
    ...w.posts.filter((p) => !p.captured).map((post) => ({ name: 'capture', weight: 4, run: (x: Walking) => capture(x, post) })),
    ...watched.map((t) => ({ name: 'look', weight: 1, run: (x: Walking, hand: number) => look(x, t.of.post, SEEN[hand % SEEN.length]) })),
    { name: 'second factor', weight: w.penalties.length > 0 ? 0.2 : 0, run: secondFactor },
  ];
}

/** A browser has captured the link; the queue shows it beside the claims that it resembles. */
async function capture(walking: Walking, post: Post): Promise<void> {
  const { stage, world: w, trace } = walking;
  await stage.settle([]);
  trace.push('the link is captured');
  const [{ id: addressId }] = await stage.sql<{ id: string }>('SELECT id FROM intake.addresses WHERE url = $1', [post.url]);
  post.addressId = addressId;
  await stage.captured(post, w.words);
  post.captured = true;
  await passTime(walking);
}

/** Somebody looks at the link again and sees this; what that proves, the walk works out by itself. */
async function look(walking: Walking, post: Post, seen: string): Promise<void> {
  const { stage, world: w, trace } = walking;
  trace.push(`a look at the link sees it ${seen}`);
  const at = await stage.look(post, seen);
  post.looks.push({ seen, at });
  const moved: { type: string; id: string }[] = [];
  for (const t of w.takedowns) {
    if (t.of.post !== post || t.withdraws || !t.item || t.state !== 'sent') continue;
    const to = movedTo(t.item, post.looks);
    if (!to) continue;
    if (to === 'verified-removed') t.item.verifiedAt = at;
    t.item.state = to;
    count(w, to === 'reappeared' ? 'links-reappeared' : 'links-removed');
    moved.push({ type: `item.${to}`, id: t.id });
  }
  await passTime(
    walking,
    moved.map(({ type, id }) => ({ type, subject: id })),
  );
}

/** Gone is proved by two looks a day apart with none between or after that saw it; whatever saw neither proves nothing. */
function movedTo(item: Item, looks: Post['looks']): 'verified-removed' | 'reappeared' | null {
  if (item.state === 'withdrawn') return null;
  const since = item.state === 'verified-removed' ? item.verifiedAt : item.state === 'removed-claimed' ? item.claimedAt : null;
  if (since && looks.some((l) => l.seen === 'present' && l.at > since)) return 'reappeared';
  if (item.state === 'verified-removed') return null;
  const gone = looks.slice(looks.findLastIndex((l) => l.seen === 'present') + 1).filter((l) => l.seen === 'gone' && l.at > item.askedAt);
  const apart = gone.length > 1 ? gone.at(-1)!.at.getTime() - gone[0].at.getTime() : 0;
  return apart >= 24 * HOUR ? 'verified-removed' : null;
}

/** It grows old, or is shown again. */
async function secondFactor({ stage, world: w, trace }: Walking, hand: number): Promise<void> {
  const person: Person = SIGNERS[hand % SIGNERS.length];
  const fresh = !w.shown.has(person);
  trace.push(`the second factor of ${person} ${fresh ? 'is shown' : 'grows old'}`);
  await stage.factor(person, fresh);
  if (fresh) w.shown.add(person);
  else w.shown.delete(person);
}
