import type { Aligned } from '../align.js';

/** BM25 against the best of all claims. */
export const lead = ({ bm25, topBm25 }: Aligned): number => (topBm25 > 0 ? bm25 / topBm25 : 0);
