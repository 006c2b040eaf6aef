import { OTHER_MARKS, type Aligned } from '../align.js';

/** Share of the post's best stretch that the claim explains. */
export function focus({ query, found, window }: Aligned): number {
  let total = 0;
  let sum = 0;
  for (let i = Math.max(0, window.from); i <= window.to; i++) {
    total += query.weights[i];
    if (found[i] > OTHER_MARKS) sum += query.weights[i];
  }
  return total > 0 ? sum / total : 0;
}
