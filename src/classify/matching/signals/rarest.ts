import type { Aligned } from '../align.js';

/** The rarest word that both hold. */
export function rarest({ wording, heard }: Aligned): number {
  let top = 0;
  for (let j = 0; j < wording.length; j++) top = Math.max(top, wording.weights[j] * heard[j]);
  return top;
}
