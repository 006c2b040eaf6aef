import type { Desk } from './desk.js';
import { seedPenalty } from './penalties.js';
import { readStory, type StoryTable, type ToldCase, type ToldJudgement } from './story-table.js';
import { demoClaims, demoReports } from './tables.js';

export interface Desks {
  inspector: Desk;
  chief: Desk;
  coordinator: Desk;
  legal: Desk;
  timeZone: string;
  say: (line: string) => void;
}
interface QueueItem {
  id: string;
  capture: { state: string } | null;
  topClaim: object | null;
}
interface Screen {
  item: { id: string; postId: string; version: number; state: string };
  post: { url: string | null };
  matches: { id: string; wordings: { text: string }[] }[];
}
interface CaseFile {
  state: string;
  version: number;
  notes: { text: string }[];
}
interface Takedown {
  state: string;
  version: number;
  contentHash: string;
}
const pause = (ms: number) =>
  new Promise((r) => {
    setTimeout(r, ms);
  });
const CASE_PATH: Record<ToldCase['to'], string[]> = { open: [], verifying: ['verifying'], confirmed: ['verifying', 'confirmed'] };

/** Waits for the pipeline, then does a first hour of work, so that every desk has something on it. What the office refuses is told in one line and left out. */
export async function seedDesks(desks: Desks): Promise<void> {
  const claims = demoClaims();
  const story = readStory(
    demoReports().flatMap((r) => r.post ?? []),
    claims.filter((c) => !c.draft).map((c) => c.key),
  );
  await pipeline(desks, story.patience_seconds * 1000);
  const items = await itemsByPost(desks);
  const told = async (what: string, act: () => Promise<unknown>) => {
    await act().catch((error: Error) => desks.say(`Filling the demo office: ${what} is left out: ${error.message}`));
  };
  const wording = (key?: string) => claims.find((c) => c.key === key)?.wordings[0].text;
  for (const judgement of story.judgements)
    await told(`the judgement of ${judgement.post}`, () => judge(desks, items, judgement, wording(judgement.claim)));
  for (const wanted of story.cases) await told(`the case of ${wanted.post}`, () => openCase(desks, items, wanted, story));
}

/** Until every ordered capture has come to its end; a slow machine is waited for as long as it gets on. */
async function pipeline({ inspector, say }: Desks, patience: number): Promise<void> {
  let [before, since] = ['', Date.now()];
  for (const told = new Set<number>(); Date.now() - since < patience; await pause(1_000)) {
    const { items } = (await inspector.get<{ items: QueueItem[] }>('/api/triage?state=waiting&limit=100')).body;
    const matched = items.filter((i) => i.topClaim).length;
    const open = items.filter((i) => i.capture?.state === 'ordered').length;
    if (matched > 0 && matched % 5 === 0 && !told.has(matched)) {
      told.add(matched);
      say(`Filling the demo office: ${matched} posts resemble a known claim so far, ${open} are still to be captured…`);
    }
    if (items.length > 0 && open === 0 && matched > 0) return;
    const now = `${items.length} ${matched} ${open}`;
    if (now !== before) [before, since] = [now, Date.now()];
  }
}

/** Every item by the last part of its link, which names the post; what an earlier run judged is among them. */
async function itemsByPost({ inspector }: Desks): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const state of ['waiting', 'judged']) {
    const { items } = (await inspector.get<{ items: QueueItem[] }>(`/api/triage?state=${state}&limit=100`)).body;
    for (const { id } of items) {
      const { post } = (await inspector.get<Screen>(`/api/triage/${id}`)).body;
      if (post?.url) found.set(new URL(post.url).pathname.split('/').pop()!, id);
    }
  }
  return found;
}

async function screenOf({ inspector }: Desks, items: Map<string, string>, post: string): Promise<Screen> {
  if (!items.has(post)) throw new Error('it is not in the queue');
  return (await inspector.get<Screen>(`/api/triage/${items.get(post)}`)).body;
}

async function judge(
  desks: Desks,
  items: Map<string, string>,
  { post, judgement, reason }: ToldJudgement,
  wording?: string,
): Promise<void> {
  const { item, matches } = await screenOf(desks, items, post);
  if (item.state !== 'waiting') return;
  const matchId = matches.find((m) => m.wordings.some((w) => w.text === wording))?.id;
  await desks.inspector.must(
    `/api/triage/${item.id}/judgement`,
    { judgement, version: item.version, ...(matchId ? { matchId } : {}), ...(reason ? { reason } : {}) },
    `demo-judge-${post}`,
  );
}

async function openCase(desks: Desks, items: Map<string, string>, wanted: ToldCase, story: StoryTable): Promise<void> {
  const { inspector } = desks;
  const { postId } = (await screenOf(desks, items, wanted.post)).item;
  const opened = await inspector.post<{ id?: string; caseId?: string; code?: string }>(
    '/api/cases',
    { postId, title: wanted.title },
    `demo-case-${wanted.post}`,
  );
  const id = opened.status === 201 ? opened.body.id : opened.body.caseId;
  if (!id) throw new Error(`the office answered ${opened.status} ${opened.body.code}`);
  const file = async () => (await inspector.get<CaseFile>(`/api/cases/${id}`)).body;
  const { notes } = await file();
  if (wanted.note && notes.length === 0) await inspector.must(`/api/cases/${id}/notes`, { text: wanted.note }, `demo-note-${wanted.post}`);
  for (const to of CASE_PATH[wanted.to]) {
    const { state, version } = await file();
    if (state !== to && state !== 'confirmed')
      await inspector.must(`/api/cases/${id}/steps`, { to, version }, `demo-step-${wanted.post}-${to}`);
  }
  if (wanted.takedown) await askForRemoval(desks, id, wanted, story);
  if (wanted.penalty) await seedPenalty(desks, id, wanted.post, wanted.penalty);
}

/** The coordinator drafts, legal staff approve exactly that, the coordinator sends; as far as the story says. */
async function askForRemoval(
  { coordinator, legal }: Desks,
  caseId: string,
  { post, takedown }: ToldCase,
  { basis, signer }: StoryTable,
): Promise<void> {
  const drafted = await coordinator.get<{ items: { id: string }[] }>(`/api/takedowns?caseId=${caseId}&kind=removal&limit=1`);
  const id =
    drafted.body.items[0]?.id ??
    (
      await coordinator.must<{ id: string }>(
        '/api/takedowns',
        { caseId, platform: 'song-lo', legalBasis: basis, fields: { signer } },
        `demo-takedown-${post}`,
      )
    ).id;
  const now = async () => (await coordinator.get<Takedown>(`/api/takedowns/${id}`)).body;
  if (takedown === 'draft') return;
  const draft = await now();
  if (draft.state === 'draft')
    await legal.must(
      `/api/takedowns/${id}/approve`,
      { contentHash: draft.contentHash, version: draft.version },
      `demo-approve-takedown-${post}`,
    );
  const approved = await now();
  if (takedown === 'sent' && approved.state === 'approved')
    await coordinator.must(`/api/takedowns/${id}/send`, { version: approved.version }, `demo-send-takedown-${post}`);
}
