import type { Aligned } from '../align.js';
import type { Wording } from '../wording.js';

/** How many numbers the claim names, and how many of them the post. */
function told({ wording, heard }: Aligned): { wanted: number; held: number } {
  let [wanted, held] = [0, 0];
  for (let j = 0; j < wording.length; j++) {
    if (!wording.numbers[j]) continue;
    wanted++;
    if (heard[j] > 0) held++;
  }
  return { wanted, held };
}

function names({ length, numbers, families }: Wording, family: number): boolean {
  for (let j = 0; j < length; j++) if (numbers[j] && families[j] === family) return true;
  return false;
}

/** Numbers of the post that stand where the claim has another one that the post lacks. */
export function otherNumbers(pair: Aligned): number[] {
  const { query, wording, window } = pair;
  const { wanted, held } = told(pair);
  if (held === wanted) return [];
  const others: number[] = [];
  for (let i = Math.max(0, window.from - 2); i <= window.to + 2 && i < query.tokens.length; i++)
    if (query.tokens[i].number && !names(wording, query.families[i])) others.push(i);
  return others;
}

/** The same numbers (1), none in the claim (0.5), others instead (towards 0). */
export function numbers(pair: Aligned): number {
  const { wanted, held } = told(pair);
  if (wanted === 0) return 0.5;
  const share = held / wanted;
  return otherNumbers(pair).length > 0 ? share / 2 : 0.5 + share / 2;
}
