import { SPREAD_STANCES, type SpreadStance } from '../spread/spread.js';
import { shareOf, type Share } from '../trials/share.js';

/** So many first looks that came out alike. `bin`: of the best score by rules in force now; null where other rules looked. */
export interface LookCount {
  n: number;
  strength: 'suggest' | 'strong' | null;
  stance: string | null;
  language: string | null;
  bin: number | null;
  /** sum of the logarithms of their lengths, and of how many that is */
  logLetters: number;
  measured: number;
  words: number;
  unknown: number;
}
/** So many decisions of inspectors on suggestions. */
export interface DecisionCount {
  n: number;
  strength: 'suggest' | 'strong';
  decision: 'confirmed' | 'rejected';
}
export interface SampleCount {
  judged: number;
  missed: number;
}
/** What posts of a while were like, and how right the matcher was about them. */
export interface DriftFigures {
  posts: number;
  suggested: Share | null;
  strong: Share | null;
  /** of the posts with a suggestion */
  stance: Record<SpreadStance, Share | null>;
  vietnamese: Share | null;
  /** geometric mean */
  letters: number | null;
  /** of the words of all posts, the share that no known claim has */
  unknownWords: number | null;
  /** of what inspectors decided in that while, the share that they confirmed; `precision` holds strong suggestions too */
  precision: Share | null;
  strongPrecision: Share | null;
  /** of posts without a suggestion that were read for the sample, those that say a known claim */
  missed: Share | null;
}

export function figuresOf(looks: readonly LookCount[], decisions: readonly DecisionCount[], sample: SampleCount): DriftFigures {
  const sum = <T extends { n: number }>(rows: readonly T[], those: (row: T) => boolean = () => true) =>
    rows.reduce((n, row) => (those(row) ? n + row.n : n), 0);
  const total = (of: 'logLetters' | 'measured' | 'words' | 'unknown') => looks.reduce((n, row) => n + row[of], 0);
  const [posts, suggested] = [sum(looks), sum(looks, (l) => l.strength !== null)];
  const right = (those: readonly DecisionCount[]) =>
    shareOf(
      sum(those, (d) => d.decision === 'confirmed'),
      sum(those),
    );
  const read = sum(looks, (l) => l.language !== null);
  const doing = (stance: SpreadStance) => sum(looks, (l) => l.strength !== null && (l.stance ?? 'unclear') === stance);
  return {
    posts,
    suggested: shareOf(suggested, posts),
    strong: shareOf(
      sum(looks, (l) => l.strength === 'strong'),
      posts,
    ),
    stance: Object.fromEntries(SPREAD_STANCES.map((s) => [s, shareOf(doing(s), suggested)])) as DriftFigures['stance'],
    vietnamese: shareOf(
      sum(looks, (l) => l.language === 'vi'),
      read,
    ),
    letters: total('measured') === 0 ? null : Math.round(Math.exp(total('logLetters') / total('measured'))),
    unknownWords: total('words') === 0 ? null : total('unknown') / total('words'),
    precision: right(decisions),
    strongPrecision: right(decisions.filter((d) => d.strength === 'strong')),
    missed: shareOf(sample.missed, sample.judged),
  };
}

/** How many posts lie in each bin of the score. */
export function binsOf(looks: readonly LookCount[], bins: number): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const { bin, n } of looks) if (bin !== null) counts[bin] += n;
  return counts;
}
