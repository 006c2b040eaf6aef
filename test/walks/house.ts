import { annulmentDraft } from './acts/penalty-money.js';
import { withdrawalDraft } from './acts/takedowns.js';
import { left, withdrawn, type Tell } from './leaving.js';
import { hold } from './books.js';
import { readBack } from './read-back.js';
import type { Walking } from './attempt.js';
import { lastDayToPay } from './working-days.js';
import { annulmentOf, count, liveOf, readerOf, standing, standsFalse, withdrawalOf, type Case, type Post, type Takedown } from './world.js';

export interface Expected {
  type: string;
  subject: string;
}
/** What the house does by itself that the walk can foresee; the rest (captures, matches, proposals, overdue flags) it only takes note of. */
const FORESEEN = [
  ...[
    'takedown.sent',
    'takedown.withdrawn',
    'takedown.drafted',
    'takedown.undeliverable',
    'item.withdrawn',
    'item.verified-removed',
    'item.reappeared',
  ],
  ...['penalty.cancelled', 'penalty.late', 'annulment.drafted', 'violation.cancelled'],
];

/** Time passes and the house draws its conclusions; the walk draws its own. */
export async function passTime(walking: Walking, moved: Expected[] = []): Promise<void> {
  const { stage, world: w, books, trace } = walking;
  trace.push('time passes');
  for (const post of w.posts) for (const judgement of post.judgements) judgement.undoable = false;
  const expected = [...moved, ...conclude(walking)];
  hold(books, 'nothing that the house was to do is left undone', await stage.settle(w.posts.map((p) => p.id)), 0);
  const told = await stage.told();
  for (const post of w.posts) await learnMatch(walking, post);
  hold(
    books,
    "the house acts in nobody's name",
    told.filter((e) => e.actor !== null),
    [],
  );
  const mine = new Set([...w.takedowns, ...w.penalties, ...w.violations].map((r) => r.id));
  await adopt(walking, expected);
  for (const r of [...w.takedowns, ...w.penalties]) mine.add(r.id);
  const line = ({ type, subject }: { type: string; subject: string | null }) => `${type} ${subject}`;
  const is = told.filter((e) => FORESEEN.includes(e.type) && mine.has(e.subject ?? '')).map(line);
  hold(books, 'the house concludes what follows, and tells it', is.sort(), expected.map(line).sort());
  for (const t of w.takedowns) await readBack(walking, t, true);
  for (const p of w.penalties) await readBack(walking, p, true);
  for (const v of w.violations) await readBack(walking, v, true);
  for (const p of w.posts) if (p.itemId) await readBack(walking, p, true);
  for (const c of w.cases) await readBack(walking, c, true);
}

function conclude({ world: w }: Walking): Expected[] {
  const expected: Expected[] = [];
  const tell = (type: string, subject: string) => void expected.push({ type, subject });
  for (const c of w.cases.filter((x) => x.falling)) fall(w, c, tell);
  for (const t of w.takedowns.filter((x) => x.state === 'sending')) leave(w, t, tell);
  for (const p of w.penalties)
    if (p.state === 'served' && p.end === 'fine' && w.today > (p.askedOn ?? lastDayToPay(p.servedOn!))) {
      if (!standing(w, p)) {
        p.askedOn = w.today;
        continue;
      }
      p.state = 'late';
      count(w, 'penalties-late');
      tell('penalty.late', p.id);
    }
  return expected;
}
type W = Walking['world'];

/** A request leaves if its ground still holds; else it waits where it was. */
function leave(w: W, t: Takedown, tell: Tell): void {
  const grounded = t.withdraws !== null || (t.of.state === 'confirmed' && standsFalse(t.of.post));
  if (!grounded || withdrawalOf(w, t)) return void (t.state = 'approved');
  left(w, t, tell);
}

/** What hangs on a case that fell: unsent requests end, for sent ones a withdrawal waits; drafts of penalties end, for signed ones an annulment waits. */
function fall(w: W, c: Case, tell: Tell): void {
  c.falling = false;
  for (const t of w.takedowns.filter((x) => x.of === c && !x.withdraws && x.state !== 'withdrawn')) {
    if (!t.everSent) withdrawn(w, t, tell);
    else if (!withdrawalOf(w, t)) w.takedowns.push(withdrawalDraft('', t, new Set()));
  }
  for (const v of w.violations.filter((x) => x.of === c && x.state !== 'cancelled')) {
    const live = liveOf(w, v);
    if (live?.state === 'draft') {
      live.state = 'cancelled';
      tell('penalty.cancelled', live.id);
    } else if (live && !annulmentOf(w, live)) w.penalties.push(annulmentDraft('', live, new Set()));
    if (liveOf(w, v)) continue;
    v.state = 'cancelled';
    tell('violation.cancelled', v.id);
  }
}

/** Learns where the post stands in the queue, and which match names the claim of the walk. */
async function learnMatch({ stage, world: w }: Walking, post: Post): Promise<void> {
  if (post.captured && !post.itemId)
    post.itemId = (await stage.sql<{ id: string }>('SELECT id FROM classify.triage_items WHERE post_id = $1', [post.id]))[0].id;
  const claim = w.claims[0];
  const current = claim?.versions.findLast((v) => v.approved)?.id;
  if (!post.itemId || !current) return;
  const [match] = await stage.sql<{ id: string }>('SELECT id FROM classify.matches WHERE item_id = $1 AND version_id = $2', [
    post.itemId,
    current,
  ]);
  post.claim = claim;
  post.matchId = match?.id ?? null;
}

/** Learns the ids of what the house drafted. */
async function adopt({ stage, world: w }: Walking, expected: Expected[]): Promise<void> {
  const get = async (path: string) => (await stage.people[readerOf(w)].call('GET', path)).body as never;
  for (const t of w.takedowns.filter((x) => x.id === '')) {
    t.id = ((await get(`/api/takedowns/${t.withdraws!.id}`)) as { withdrawal: { id: string } | null }).withdrawal?.id ?? '';
    expected.push({ type: 'takedown.drafted', subject: t.id });
  }
  for (const p of w.penalties.filter((x) => x.id === '')) {
    p.id = ((await get(`/api/penalties/${p.annuls!.id}`)) as { annulment: { id: string } | null }).annulment?.id ?? '';
    expected.push({ type: 'annulment.drafted', subject: p.id });
  }
  for (const t of w.takedowns)
    if (t.item && !t.item.id) t.item.id = ((await get(`/api/takedowns/${t.id}`)) as { items: { id: string }[] }).items[0].id;
}
