import type { Aligned } from '../align.js';

/** Share of the claim, by the weight of its words, that the post holds anywhere. */
export const coverage = ({ wording, heard }: Aligned): number =>
  wording.weights.reduce((sum, w, j) => sum + w * heard[j], 0) / (wording.total || 1);
