/** By what two pictures or texts are told to be nearly one. */
export interface Fingerprint {
  kind: 'picture' | 'text';
  /** 256 of `0` and `1`: the fewer differ, the more alike */
  bits: string;
  /** by these an index finds it */
  keys: number[];
  /** by these it looks for others, which differ a little */
  sought: number[];
}
export const BITS = 256;

/** In how many bits those that came differ at least from those that are known, of which an index finds some. */
export function distanceOf(came: readonly Fingerprint[], known: readonly Fingerprint[]): number {
  const found = came.flatMap((a) => {
    const sought = new Set(a.sought);
    return known.filter((b) => a.kind === b.kind && b.keys.some((key) => sought.has(key))).map((b) => apart(a, b));
  });
  return Math.min(Infinity, ...found);
}
function apart({ bits }: Fingerprint, other: Fingerprint): number {
  let n = 0;
  for (let i = 0; i < BITS; i++) if (bits[i] !== other.bits[i]) n++;
  return n;
}
