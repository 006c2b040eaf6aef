/** Where somebody came from on the way to something that had to be done first; kept with the visit, never in the address. */
export interface CameFrom {
  from: string;
}
export const cameFrom = ({ pathname, search, hash }: { pathname: string; search: string; hash: string }): CameFrom => ({
  from: pathname + search + hash,
});

/** The way back, if it stays inside the console. */
export function wayBack(state: unknown): string | null {
  const from = (state as Partial<CameFrom> | null)?.from;
  return typeof from === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(from) ? from : null;
}
