import type { Aligned } from '../align.js';

/** BM25 over runs of letters by itself: how much is spelled alike that is rare. About 1 for a claim repeated word by word. */
export const letters = ({ lettersBm25 }: Aligned): number => lettersBm25 / 200;
