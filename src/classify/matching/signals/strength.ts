import type { Aligned } from '../align.js';

/** BM25 by itself: much that is rare is shared. About 1 for eight rare words. */
export const strength = ({ bm25 }: Aligned): number => Math.log1p(bm25) / 2.5;
