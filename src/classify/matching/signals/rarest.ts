import type { Aligned } from '../align.js';

/** The rarest word that both hold. */
export const rarest = ({ wording, heard }: Aligned): number => wording.weights.reduce((top, w, j) => Math.max(top, w * heard[j]), 0);
