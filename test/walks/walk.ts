import fc from 'fast-check';
import type { Act } from './act.js';
import { allActs, setClock } from './acts/index.js';
import { allowed, attempt, onTheirOwn, WAYS, type Walking, type Way } from './attempt.js';
import { Breach, type Books } from './books.js';
import { deeds } from './deeds.js';
import { passTime } from './house.js';
import { holdInPublic, totalsNow } from './in-public.js';
import { persons, SIGNERS, type Person } from './people.js';
import { readBack } from './read-back.js';
import type { Stage } from './stage.js';
import { STORIES } from './stories.js';
import type { World } from './world.js';

/** One step of a walk, in numbers that shrink: which of what can be done, by whom, and how. */
export interface Step {
  pick: number;
  who: number;
  way: Way;
  hand: number;
}
export interface Plan {
  story: number;
  /** so much of the story goes as it should before chance takes over */
  told: number;
  /** who of those who may */
  by: number;
  steps: Step[];
}
const MOST = 1_000_000;
const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(MOST),
  who: fc.nat(MOST),
  way: fc.oneof({ weight: 7, arbitrary: fc.constant<Way>('plain') }, { weight: 3, arbitrary: fc.constantFrom(...WAYS) }),
  hand: fc.nat(MOST),
});
export const plans: fc.Arbitrary<Plan> = fc.record({
  story: fc.nat(STORIES.length - 1),
  by: fc.nat(MOST),
  told: fc.nat(Math.max(...STORIES.map((s) => s.length))),
  steps: fc.array(step, { minLength: 6, maxLength: 14, size: 'max' }),
});

const SYLLABLES =
  'bão lũ cầu đường chợ sông trường thuốc vàng gạo điện nước xăng biển rừng phố đêm mưa nắng cá lúa sách thuyền ruộng'.split(' ');
/** Words that no other walk uses. */
function wordsOf(n: number): string {
  const words = Array.from({ length: 6 }, (_, i) => SYLLABLES[(n * (i + 7) + ((n * n) >> i)) % SYLLABLES.length]);
  return `Tin nóng số ${n}: ${words.join(' ')} chữa khỏi mọi bệnh`;
}
let walked = 0;

/** One walk on its own records, with what the public reads afterwards. */
export async function walk(stage: Stage, books: Books, plan: Plan): Promise<void> {
  const trace: string[] = [];
  try {
    const before = await totalsNow(stage);
    const walking = { stage, books, trace, world: await beginning(stage) };
    const story = STORIES[plan.story];
    for (const name of story.slice(0, plan.told)) await follow(walking, name, plan.by);
    for (const each of plan.steps) await go(walking, each);
    await passTime(walking);
    await ending(walking);
    await holdInPublic(stage, books, before, walking.world.tally);
    books.walks += 1;
  } catch (error) {
    await stage.told();
    if (!(error instanceof Breach)) throw error;
    throw new Breach(`${error.message}\nThe walk:\n${trace.join('\n')}`);
  }
}

async function beginning(stage: Stage): Promise<World> {
  const n = ++walked;
  const w: World = {
    staff: Object.fromEntries(persons.map((p) => [p, stage.people[p].staffId])) as World['staff'],
    ...{
      n,
      words: wordsOf(n),
      now: new Date(0),
      heardAt: 0,
      today: '',
      age: n % 5 === 4 ? 15 : 30,
      shown: new Set(SIGNERS),
      tally: new Map(),
    },
    ...{ claims: [], posts: [], cases: [], takedowns: [], violations: [], penalties: [], corrections: [] },
  };
  setClock(w, await stage.beginAt());
  await stage.told();
  return w;
}

/** The next thing of a story, done by somebody who may, where it can be done at all. */
async function follow(walking: Walking, name: string, by: number): Promise<void> {
  const deed = deeds(walking.world).find((d) => d.name === name);
  if (deed) return deed.run(walking, 0);
  const found = allActs(walking.world).find((act) => named(act, name) && act.weight > 0.05 && allowed(act).length > 0);
  if (!found) return;
  const may = allowed(found);
  await attempt(walking, found, may[by % may.length], 'plain', 0);
}

/** A penalty is drafted by whatever the law bears first. */
const named = (act: Act, name: string): boolean => act.name === name || (name === 'penalty draft' && act.name.startsWith(name));

interface Choice {
  act: Act;
  who: readonly Person[];
  weight: number;
}
/** Mostly something that may be done by somebody who may; else by those whose own work it is, or anything by anybody. */
async function go(walking: Walking, { pick, who, way, hand }: Step): Promise<void> {
  const acts = allActs(walking.world);
  const choices = (of: (act: Act) => readonly Person[]): Choice[] =>
    acts.map((act) => ({ act, who: of(act), weight: act.weight })).filter((c) => c.who.length > 0);
  const own = pick % 4 === 0 ? choices(onTheirOwn) : [];
  const wrongly = own.length > 0 ? own : choices(() => persons);
  const chosen = choose(pick % 4 < 2 ? wrongly : [...choices(allowed), ...deeds(walking.world)], pick);
  if ('run' in chosen) return chosen.run(walking, hand);
  await attempt(walking, chosen.act, chosen.who[who % chosen.who.length], way, hand);
}
function choose<T extends { weight: number }>(from: T[], pick: number): T {
  let left = ((pick % 9_973) / 9_973) * from.reduce((sum, { weight }) => sum + weight, 0);
  return from.find(({ weight }) => (left -= weight) < 0) ?? from[from.length - 1];
}

/** Every record once more, and the claim out of the registry, so that the next walk has it to itself. */
async function ending(walking: Walking): Promise<void> {
  const { claims, posts, corrections, cases } = walking.world;
  for (const record of [...claims, ...posts.filter((p) => p.itemId), ...cases, ...corrections]) await readBack(walking, record);
  const retire = allActs(walking.world).find((act: Act) => act.name === 'claim retire');
  if (retire && allowed(retire).length > 0) await attempt(walking, retire, 'chief', 'plain', 0);
}
