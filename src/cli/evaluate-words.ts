import type { Calibration } from '../classify/evaluation/calibration.js';
import type { AtThreshold } from '../classify/evaluation/thresholds.js';
import type { Evaluated, EvaluatedSet } from './evaluate-files.js';

const said = (n: number | null): string => (n === null ? '–' : n.toFixed(3));

/** What was measured, as somebody reads it. */
export function evaluatedInWords({ claims, shown, sets }: Evaluated): string {
  return sets
    .map((set) => [...head(set, claims), ...ranking(set), ...thresholds(set, shown), ...calibration(set, shown), ...stance(set)].join('\n'))
    .join('\n\n');
}

const head = (set: EvaluatedSet, claims: number): string[] => [
  `${set.set}: ${set.posts} posts beside ${claims} claims, ${set['about a known claim']} of them about a known one`,
  ...(set['not in the run'] > 0 ? [`${set['not in the run']} posts are not in the run and count as unanswered`] : []),
];
function ranking({ ranking: figures }: EvaluatedSet): string[] {
  if (!figures) return [];
  const rows = Object.entries(figures).map(([name, { value, interval }]) => [
    name,
    said(value),
    `${said(interval[0])} – ${said(interval[1])}`,
  ]);
  return table(['', 'value', '95 of 100 samples of the posts'], rows);
}
function thresholds({ thresholds: { suggest, strong } }: EvaluatedSet, shown: number): string[] {
  const row = (name: string, at: AtThreshold & { from: number }) => [
    `${name}, from ${at.from}`,
    ...[at.precision, at.recall, at['false alarms']].map(said),
  ];
  return table([`at a threshold, ${shown} shown`, 'precision', 'recall', 'false alarms'], [row('suggest', suggest), row('strong', strong)]);
}
function calibration({ calibration: { first, shown } }: EvaluatedSet, most: number): string[] {
  const cells = ({ tenths }: Calibration, i: number) => [String(tenths[i].answers), said(tenths[i]['mean score']), said(tenths[i].right)];
  return table(
    ['score', 'first', 'mean', 'right', `first ${most}`, 'mean', 'right'],
    [
      ...first.tenths.map(({ from }, i) => [`${from.toFixed(1)} – ${(from + 0.1).toFixed(1)}`, ...cells(first, i), ...cells(shown, i)]),
      ['Brier', '', '', said(first.brier), '', '', said(shown.brier)],
    ],
  );
}
function stance({ stance: told }: EvaluatedSet): string[] {
  if (!told) return [];
  const rows = [
    ['macro-F1', said(told['macro-F1'])],
    ...Object.entries(told.F1).map(([label, f1]) => [`F1 of ${label}`, said(f1)]),
    ['no label', said(told['no label'])],
    ['denials taken for spread', said(told['denials taken for spread'])],
  ];
  return table(
    ['stance, beside the right claim', ''],
    [[`posts (${told['claim not found']} more whose claim was not found)`, String(told.posts)], ...rows],
  );
}

/** Columns under each other: the first to the left, figures to the right; an empty line before. */
function table(heads: string[], rows: string[][]): string[] {
  const all = [heads, ...rows];
  const wide = heads.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  return [
    '',
    ...all.map((row) => `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(wide[i]) : cell.padStart(wide[i]))).join('  ')}`.trimEnd()),
  ];
}
