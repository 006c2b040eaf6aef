import { randomUUID } from 'node:crypto';
import type { Act } from './act.js';
import { hold, noteAct, type Books } from './books.js';
import { has, persons, type Person } from './people.js';
import { readBack } from './read-back.js';
import type { Stage, Told } from './stage.js';
import type { World } from './world.js';

/** How an act is tried: as it should be, or in one of the ways in which things go wrong. */
export const WAYS = ['plain', 'stale', 'malformed', 'stranger', 'forged', 'twice', 'at-once', 'race'] as const;
export type Way = (typeof WAYS)[number];
type Answered = Awaited<ReturnType<Stage['outsider']['call']>>;

export interface Walking {
  stage: Stage;
  world: World;
  books: Books;
  trace: string[];
}
const OWN = ['own work', 'own sending', 'they had a hand in it', 'they are party to it'];
const forbidden = (act: Act, who: Person): string | null => (has(who, act.duty) ? act.forbids(who) : 'not their duty');
/** Those to whom only this forbids it: that nobody decides on their own work, or on what they are party to. */
export const onTheirOwn = (act: Act): Person[] => persons.filter((who) => OWN.includes(forbidden(act, who) ?? ''));
export const allowed = (act: Act): Person[] => persons.filter((who) => forbidden(act, who) === null);

/** Tries an act, and holds answer, log and record against what the walk's own rules say of it. */
export async function attempt(walking: Walking, planned: Act, who: Person, wanted: Way, hand: number): Promise<void> {
  const { stage, books, trace } = walking;
  const act = planned.paper ? { ...planned, body: { ...planned.body, exhibitId: await stage.paper(planned.paper.id) } } : planned;
  const way = wanted === 'race' && !act.single ? 'plain' : wanted;
  trace.push(`${who}: ${act.name}${way === 'plain' ? '' : ` (${way})`}`);
  const sent = await send(stage, act, who, way, hand);
  const taken = sent.filter((s) => s.answer.status < 300);
  for (const { answer } of sent) {
    hold(
      books,
      'no act brings the office down',
      answer.status < 500 ? '' : `${answer.status} ${JSON.stringify(answer.body)}`,
      '',
      act.name,
    );
    noteAct(books, act.name, answer.status < 300 ? null : `${answer.status} ${String((answer.body as { code?: string }).code)}`);
  }
  const said = sent.map((s) => `${s.who} ${s.answer.status} ${String((s.answer.body as { code?: string }).code ?? '')}`).join(', ');
  trace.push(`  → ${said}`);
  const why = (s: Sent) => (s.spoilt ? 'it is out of form' : forbidden(act, s.who));
  for (const s of taken) hold(books, 'what the rules forbid is refused', why(s), null, `${act.name} by ${s.who}, ${way}`);
  const might = sent.filter((s) => why(s) === null);
  if (might.length > 0 && !act.unsure)
    hold(books, 'what the rules allow is taken', taken.length > 0, true, `${act.name} by ${who}: ${said}`);
  for (const s of sent.filter((each) => act.known?.(each.who) === false && !each.spoilt && has(each.who, act.duty)))
    hold(books, 'for whoever is barred there is no such record', UNKNOWN.includes(codeOf(s)), true, `${act.name}: ${said}`);
  const same = way === 'twice' || way === 'at-once';
  if (same) hold(books, 'a double submit has one answer', told(sent[1].answer.body), told(sent[0].answer.body), act.name);
  if (way === 'race' && act.single) hold(books, 'of two at once one at most is taken', taken.length <= 1, true, `${act.name}: ${said}`);
  const effects = same ? taken.slice(0, 1) : taken;
  const events = await onLog(walking, act, effects);
  for (const { answer, who: by } of effects) act.done(answer.body, by, events);
  if (act.of) await readBack(walking, act.of);
}

/** What somebody who is party to it is told: that there is none, or before that to show a second factor. */
const UNKNOWN = ['missing', 'step-up-needed'];
const codeOf = ({ answer }: Sent): string => String((answer.body as { code?: string }).code);
/** An answer but for the id of the request that it answers. */
const told = (body: object) => ({ ...body, instance: null });

interface Sent {
  who: Person;
  spoilt: boolean;
  answer: Answered;
}
async function send(stage: Stage, act: Act, who: Person, way: Way, hand: number): Promise<Sent[]> {
  const call = async (by: Person, headers: Record<string, string> = {}): Promise<Sent> => ({
    who: by,
    spoilt: way === 'forged',
    answer: await stage.people[by].call(act.method, act.path, act.body, way === 'forged' ? { 'x-csrf': 'none' } : headers),
  });
  if (way === 'race')
    return Promise.all(
      [who, persons[hand % persons.length] === who ? 'allround' : persons[hand % persons.length]].map((by) => call(by as Person)),
    );
  const key = { 'idempotency-key': randomUUID() };
  if (way === 'twice') return [await call(who, key), await call(who, key)];
  if (way === 'at-once') return Promise.all([call(who, key), call(who, key)]);
  if (way === 'stranger') return [{ who, spoilt: true, answer: await stage.outsider.call(act.method, act.path, act.body) }];
  const { path, body, spoilt } = way === 'stale' ? stale(act) : way === 'malformed' ? malformed(act, hand) : { ...act, spoilt: false };
  if (!spoilt) return [await call(who)];
  return [{ who, spoilt, answer: await stage.people[who].call(act.method, path, body) }];
}

interface Spoilt {
  path: string;
  body?: unknown;
  spoilt: boolean;
}
function stale({ path, body }: Act): Spoilt {
  const version = body?.version as number | undefined;
  return version === undefined
    ? { path, body, spoilt: false }
    : { path, body: { ...body, version: version > 1 ? version - 1 : version + 1 }, spoilt: true };
}
function malformed({ path, body }: Act, hand: number): Spoilt {
  if (!body) return { path: path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'khong-co'), spoilt: true };
  const forms: unknown[] = [
    {},
    { ...body, ghiChu: 'thừa' },
    '{"version":',
    [body],
    { ...body, version: 'một' },
    ...('contentHash' in body
      ? [
          { ...body, contentHash: 'f'.repeat(64) },
          { ...body, contentHash: 7 },
        ]
      : []),
    ...('reason' in body ? [{ ...body, reason: { $ne: null } }] : []),
  ];
  return { path, body: forms[hand % forms.length], spoilt: true };
}

/** Each act that was acknowledged stands on the log with who did it, and nothing else does. */
async function onLog({ stage, books }: Walking, act: Act, taken: Sent[]): Promise<Told[]> {
  const events = await stage.told();
  const of = ({ who }: Sent): string[] => [
    ...act.events(who).map((type) => `${type} ${who}`),
    ...(act.follows ?? []).map((type) => `${type} null`),
  ];
  const wanted = taken.flatMap(of).sort();
  const line = ({ type, actor }: Told) => `${type} ${stage.named(actor)}`;
  hold(books, 'the log tells each act that was taken, and nothing of one that was refused', events.map(line).sort(), wanted, act.name);
  return events;
}
