import type { Desk } from './desk.js';
import type { DemoClaim } from './tables.js';

interface Known {
  id: string;
  wordings: { text: string }[];
}
interface Correction {
  state: string;
  version: number;
  contentHash: string;
  content: { vi: { title: string; said: string; truth: string }; sources: object[] };
}

/** An inspector drafts the public corrections, and legal staff publish those that are not to wait on their desk. */
export async function seedCorrections(claims: DemoClaim[], inspector: Desk, legal: Desk): Promise<void> {
  const { items } = (await inspector.get<{ items: Known[] }>('/api/claims?state=approved&limit=100')).body;
  for (const { key, wordings, correction } of claims) {
    const claim = items.find((c) => c.wordings[0].text === wordings[0].text);
    if (!correction || !claim) continue;
    const drafted = await inspector.post<{ id?: string; correctionId?: string; code?: string }>(
      '/api/corrections',
      { claimId: claim.id },
      `demo-correction-${key}`,
    );
    const id = drafted.body.id ?? drafted.body.correctionId;
    if (!id) throw new Error(`the correction of ${key} could not be drafted: ${drafted.status} ${drafted.body.code}`);
    const now = async () => (await inspector.get<Correction>(`/api/corrections/${id}`)).body;
    const { version, content } = await now();
    const { title, en = null, draft } = correction;
    if (content.vi.title === '')
      await inspector.put(
        `/api/corrections/${id}`,
        { version, vi: { ...content.vi, title }, en, sources: content.sources },
        `demo-correct-${key}`,
      );
    const written = await now();
    if (!draft && written.state === 'draft')
      await legal.must(
        `/api/corrections/${id}/publish`,
        { version: written.version, contentHash: written.contentHash },
        `demo-publish-${key}`,
      );
  }
}
