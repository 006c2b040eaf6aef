import { rewrite, type Written } from './written.js';

const RUN = /(\p{L})\1+/gu;
const STRETCHED = /(\p{L})\1{2,}/gu;

/** The ways to write a word of which letters are drawn out: toooo, giảảả. */
export const withoutStretch = (word: string): string[] =>
  STRETCHED.test(word) ? [word.replace(STRETCHED, '$1'), word.replace(STRETCHED, '$1$1')] : [];

/** A text whose letters are drawn out or doubled, with each run made shorter; none where few are. */
export function withoutRepeats({ text }: Written): ((written: Written) => Written)[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const runs = text.match(RUN) ?? [];
  const inRuns = runs.reduce((sum, run) => sum + run.length, 0);
  if (runs.length < 2 || inRuns < letters * 0.2) return [];
  const shorter = (as: (run: string) => string) => (written: Written) => rewrite(written, RUN, ([run]) => as(run));
  const usual = [2, 3, 4, 5].find((n) => inRuns >= letters * 0.9 && runs.every((run) => run.length % n === 0));
  const drawn = runs.filter((run) => run.length > 2).map((run) => run.length);
  const each = usual ?? (drawn.length > 0 ? Math.min(...drawn) : 0);
  return [
    ...(each > 0 ? [shorter((run) => (run.length < each ? run : run[0].repeat(Math.round(run.length / each))))] : []),
    shorter((run) => run[0]),
  ];
}
