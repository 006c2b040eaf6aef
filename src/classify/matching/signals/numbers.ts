import type { Aligned } from '../align.js';

/** Numbers of the post that stand where the claim has another one that the post lacks. */
export function otherNumbers({ query, wording, heard, window }: Aligned): number[] {
  const wanted = [...wording.numbers.keys()].filter((j) => wording.numbers[j]);
  if (wanted.every((j) => heard[j] > 0)) return [];
  const own = new Set(wanted.map((j) => wording.families[j]));
  const others: number[] = [];
  for (let i = Math.max(0, window.from - 2); i <= window.to + 2 && i < query.tokens.length; i++)
    if (query.tokens[i].number && !own.has(query.families[i])) others.push(i);
  return others;
}

/** The same numbers (1), none in the claim (0.5), others instead (towards 0). */
export function numbers(pair: Aligned): number {
  const wanted = [...pair.wording.numbers.keys()].filter((j) => pair.wording.numbers[j]);
  if (wanted.length === 0) return 0.5;
  const share = wanted.filter((j) => pair.heard[j] > 0).length / wanted.length;
  return otherNumbers(pair).length > 0 ? share / 2 : 0.5 + share / 2;
}
