import type { Desk } from './desk.js';

export interface Desks { inspector: Desk; chief: Desk; coordinator: Desk; legal: Desk; say: (line: string) => void }
interface Queue { items: { id: string; captureId: string | null; topClaim: { strength?: string } | null }[] }
const PATIENCE_MS = 240_000;

/** Waits for the pipeline, then does a first hour of work, so that every desk has something on it. */
export async function seedDesks({ inspector, say }: Desks): Promise<void> {
  const began = Date.now();
  for (let told = -1; Date.now() - began < PATIENCE_MS; await new Promise((r) => { setTimeout(r, 1_000); })) {
    const { body } = await inspector.get<Queue>('/api/triage?state=waiting&limit=100');
    const matched = body.items?.filter((i) => i.topClaim).length ?? 0;
    if (matched !== told && matched % 5 === 0) say(`Filling the demo office: ${matched} of ${body.items?.length ?? 0} posts resemble a known claim so far…`);
    told = matched;
    const open = await inspector.get<{ captures?: number }>('/api/counts');
    if (open.body.captures === 0 && matched > 0) return;
  }
}
