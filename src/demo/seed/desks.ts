import type { Desk } from './desk.js';

export interface Desks { inspector: Desk; chief: Desk; coordinator: Desk; legal: Desk; say: (line: string) => void }
interface QueueItem { id: string; postId: string; capture: { state: string } | null; topClaim: { strength: string } | null }
interface Screen { item: { id: string; postId: string; version: number; state: string }; post: { url: string | null }; matches: { id: string }[] }
const PATIENCE_MS = 300_000;
const pause = (ms: number) => new Promise((r) => { setTimeout(r, ms); });

/** Waits for the pipeline, then does a first hour of work, so that every desk has something on it. */
export async function seedDesks(desks: Desks): Promise<void> {
  const queue = await pipeline(desks);
  const screens = new Map<string, Screen>();
  for (const { id } of queue) {
    const { body } = await desks.inspector.get<Screen>(`/api/triage/${id}`);
    if (body.post?.url) screens.set(new URL(body.post.url).pathname.split('/').pop()!, body);
  }
  const judge = async (post: string, judgement: string, reason?: string): Promise<string | null> => {
    const screen = screens.get(post);
    if (screen?.item.state !== 'waiting') return screen?.item.postId ?? null;
    const { id, postId } = screen.item;
    if (judgement === 'false-statement-of-fact') await desks.inspector.must(`/api/triage/${id}/matches/${screen.matches[0].id}`, { decision: 'confirmed' });
    const { version } = (await desks.inspector.get<Screen>(`/api/triage/${id}`)).body.item;
    await desks.inspector.must(`/api/triage/${id}/judgement`, { judgement, version, ...(reason ? { reason } : {}) });
    return postId;
  };
  const water = await judge('nuoc-1', 'false-statement-of-fact');
  const school = await judge('bat-coc-1', 'false-statement-of-fact');
  await judge('chanh-1', 'false-statement-of-fact');
  await judge('nuoc-denial', 'denial-or-correction');
  await judge('dien-satire', 'satire', 'Trang châm biếm, bài ghi rõ [CHÂM BIẾM]');
  if (school) await openCase(desks, school);
  if (water) {
    const id = await openCase(desks, water);
    if (id) await confirm(desks, id);
  }
}

/** Until every ordered capture has come to its end. */
async function pipeline({ inspector, say }: Desks): Promise<QueueItem[]> {
  for (const [began, told] = [Date.now(), new Set<number>()]; ; await pause(1_000)) {
    const { items } = (await inspector.get<{ items: QueueItem[] }>('/api/triage?state=waiting&limit=100')).body;
    const matched = items.filter((i) => i.topClaim).length;
    const open = items.filter((i) => i.capture?.state === 'ordered').length;
    if (matched > 0 && matched % 5 === 0 && !told.has(matched)) { told.add(matched); say(`Filling the demo office: ${matched} posts resemble a known claim so far, ${open} are still to be captured…`); }
    if ((items.length > 0 && open === 0 && matched > 0) || Date.now() - began > PATIENCE_MS) return items;
  }
}

async function openCase({ inspector }: Desks, postId: string): Promise<string | null> {
  const { status, body } = await inspector.post<{ id?: string; caseId?: string }>('/api/cases', { postId }, `demo-case-${postId}`);
  return status === 201 ? body.id! : body.caseId ?? null;
}

/** Through verification to confirmed, as far as the case lets itself be brought. */
async function confirm({ inspector }: Desks, id: string): Promise<void> {
  for (const to of ['verifying', 'confirmed']) {
    const { body } = await inspector.get<{ version: number; state: string }>(`/api/cases/${id}`);
    if (body.state !== to) await inspector.post(`/api/cases/${id}/steps`, { to, version: body.version }, `demo-step-${id}-${to}`);
  }
}
