import type { Aligned } from '../align.js';
import { coverage } from './coverage.js';

/** How much is shared, whatever the length of the claim: few rare words, or many. */
export const mass = (pair: Aligned): number => Math.log1p(coverage(pair) * pair.wording.total) / 3;
