import type { TextRules } from './rules.js';
import { replaced, type Instead, type Written } from './written.js';

const FEWEST = 3;
const LONGEST = 5;
// what one letter of several signs costs, a sign that is one by itself, and one that is none
const COST = { drawn: 1, single: 1.1, none: 2 };

/** Letters drawn of several signs, |\\/| for m, where a text has enough of them. */
export function drawnIn(text: string, { leet: { letters, drawn } }: TextRules): Instead[] {
  if (!drawn) return [];
  const found = [...text.matchAll(drawn)].flatMap(({ index, 0: run }) => lettersIn(run, index, letters));
  return found.length < FEWEST ? [] : found;
}
export const asDrawn = (written: Written, rules: TextRules): Written => replaced(written, drawnIn(written.text, rules));

/** The letters that a run of signs falls into, leaving the fewest signs. */
function lettersIn(run: string, index: number, letters: ReadonlyMap<string, string>): Instead[] {
  const best = new Float64Array(run.length + 1).fill(Infinity);
  const from = new Int32Array(run.length + 1);
  best[0] = 0;
  for (let end = 1; end <= run.length; end++)
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const known = letters.has(run.slice(start, end));
      if (!known && end - start > 1) continue;
      const cost = best[start] + (!known ? COST.none : end - start > 1 ? COST.drawn : COST.single);
      if (cost < best[end]) [best[end], from[end]] = [cost, start];
    }
  const found: Instead[] = [];
  for (let end = run.length; end > 0; end = from[end])
    if (end - from[end] > 1)
      found.unshift({ index: index + from[end], length: end - from[end], out: letters.get(run.slice(from[end], end))! });
  return found;
}
