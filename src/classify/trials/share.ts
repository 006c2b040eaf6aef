/** A share of a count, from 0 to 1, with the range in which the true one lies in 95 of 100 cases. */
export interface Share {
  of: number;
  share: number;
  low: number;
  high: number;
}

const Z = 1.959964;

/** Wilson's interval (1927), which holds for few cases and for shares near nought or one; null of nothing. */
export function shareOf(hits: number, of: number): Share | null {
  if (of === 0) return null;
  const share = hits / of;
  const spread = Z ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return { of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
