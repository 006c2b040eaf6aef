import { createHash } from 'node:crypto';
import type { CaptureRow, Earlier, Ending } from './captures.repository.js';
import { crawlTable } from './crawl-table.js';
import type { CaptureResult, PartFacts } from './engine/index.js';
import type { Ground } from './observations.repository.js';

/** Who asked, for which post, and which look came before: the difference to it is found by its hashes. */
export function contextOf({ id, postId, reason, orderedBy }: CaptureRow, earlier: Earlier | null): Record<string, string> {
  return {
    captureId: id,
    postId,
    reason,
    how: orderedBy ? 'by hand' : 'automatic',
    ...(orderedBy ? { orderedBy } : {}),
    legalBasis: crawlTable.legal_basis,
    ...(earlier ? { earlierCapture: earlier.id, earlierPackageSha256: earlier.sha256, earlierTextSha256: earlier.textSha256 ?? '' } : {}),
  };
}

/** PostgreSQL takes no NUL in a text. */
const clean = (text: string | null | undefined, longest: number): string | null => text?.replace(/\0/g, '').slice(0, longest) ?? null;

export const cleanFacts = (facts: PartFacts): PartFacts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? Buffer.from(clean(value, 200)!).toString() : value]),
  );

/** Nor does its JSON take half of a character. */
export const groundOf = ({ ground }: CaptureResult): Ground =>
  ground.words === undefined ? ground : { ...ground, words: Buffer.from(clean(ground.words, 500)!).toString() };

export function endingOf(r: CaptureResult, sealed: boolean, evidenceId: string | null): Ending {
  const text = clean(r.text, crawlTable.longest_text) || null;
  return {
    state: sealed ? 'sealed' : 'failed',
    outcome: sealed ? r.outcome : 'failed',
    evidenceId,
    platform: r.platform,
    title: clean(r.title, 500),
    author: clean(r.author, 300),
    handle: clean(r.handle, 300),
    postedAt: r.postedAt ?? null,
    text,
    textSha256: text === null ? null : createHash('sha256').update(text).digest('hex'),
    ground: groundOf(r),
    startedAt: r.startedAt,
    endedAt: r.endedAt,
  };
}
