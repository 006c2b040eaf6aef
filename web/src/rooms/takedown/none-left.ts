import type { Choices } from './types.js';

type Link = Pick<Choices['links'][number], 'exact' | 'stands' | 'asked'>;
type Request = NonNullable<Link['asked']>;

/** A link that a new request may ask for. */
export const askable = (l: Link): boolean => l.exact && l.stands && !l.asked;

/** Why no link can be chosen: the requests that hold all of them, or that each says why; null where one can, or where there is none. */
export function noneLeft(links: readonly Link[]): { heldBy: Request[] } | null {
  if (links.length === 0 || links.some(askable)) return null;
  const holding = new Map(links.flatMap((l) => (l.asked ? [[l.asked.id, l.asked]] : [])));
  return { heldBy: links.every((l) => l.asked) ? [...holding.values()] : [] };
}
