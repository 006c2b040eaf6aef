import type { Strength } from '../matching/match.js';
import type { StanceLabel } from '../matching/stance/stance.js';

/** A claim that a post was set beside; the best of a post comes first. */
export interface Answer {
  claim: string;
  score: number;
  strength: Strength | null;
  stance: StanceLabel | null;
}
/** A post with what people say of it, and what the matcher answered. */
export interface Answered {
  /** the claims that it is about; none for a post about nothing known */
  right: ReadonlySet<string>;
  /** what people say that it does with them; null where nobody said */
  stance: StanceLabel | null;
  answers: readonly Answer[];
}
export const share = (n: number, of: number): number | null => (of === 0 ? null : n / of);
