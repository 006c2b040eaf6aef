import type { Aligned } from '../align.js';

/** Share of the claim, by the weight of its words, that the post holds anywhere. */
export function coverage({ wording, heard }: Aligned): number {
  let sum = 0;
  for (let j = 0; j < wording.length; j++) sum += wording.weights[j] * heard[j];
  return sum / (wording.total || 1);
}
