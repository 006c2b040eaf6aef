import type { Aligned } from '../align.js';

/** Share of the claim that one stretch of the post holds. */
export const together = ({ window }: Aligned): number => window.share;
