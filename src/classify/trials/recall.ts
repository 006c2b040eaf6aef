import { shareOf, type Share } from './share.js';

/** What is known of posts that nothing was suggested for: all of them, those of the sample that were judged, and what was missed among these. */
export interface Sampled {
  /** posts whose suggested claim a person confirmed */
  found: number;
  /** posts that nothing was suggested for */
  low: number;
  judged: number;
  missed: number;
}
export interface RecallEstimate extends Sampled {
  /** null until somebody has judged a post of the sample */
  recall: Share | null;
}

/**
 * Of all posts that say a known claim, the share for which it was suggested. The sample speaks for all posts without a suggestion: its
 * share of missed ones, with Wilson's interval, is taken for theirs.
 */
export function recallOf(sampled: Sampled): RecallEstimate {
  const { found, low, judged, missed } = sampled;
  const share = shareOf(missed, judged);
  if (!share || found + missed === 0) return { ...sampled, recall: null };
  const at = (missing: number) => (found + missing * low === 0 ? 0 : found / (found + missing * low));
  return { ...sampled, recall: { of: judged, share: at(share.share), low: at(share.high), high: at(share.low) } };
}
