/** What a run of walks has to show: how often each act was tried and how it ended, and how much was held against the walk's own books. */
export interface Books {
  walks: number;
  acts: Map<string, { tried: number; accepted: number; refused: Map<string, number> }>;
  checks: Map<string, number>;
}
export const emptyBooks = (): Books => ({ walks: 0, acts: new Map(), checks: new Map() });

export function noteAct({ acts }: Books, name: string, refusedAs: string | null): void {
  const known = acts.get(name) ?? { tried: 0, accepted: 0, refused: new Map<string, number>() };
  known.tried += 1;
  if (refusedAs === null) known.accepted += 1;
  else known.refused.set(refusedAs, (known.refused.get(refusedAs) ?? 0) + 1);
  acts.set(name, known);
}
export class Breach extends Error {}
/** Holds what should be against what is; each is counted. */
export function hold(books: Books, what: string, is: unknown, wanted: unknown, about = ''): void {
  books.checks.set(what, (books.checks.get(what) ?? 0) + 1);
  const [a, b] = [is, wanted].map((v) => JSON.stringify(v));
  if (a !== b) throw new Breach(`${what}${about && ` (${about})`}: it is ${a}, and should be ${b}`);
}
