import type { Candidate } from '../penalty/candidate.js';
import type { ExplanationTerms, PenaltyDecision } from './decision.js';
import { showFalse, type KnownExhibit } from './exhibits.js';
import { explains, type Explanation, type Windows } from './procedure.js';

/** What is known of a decision before the law is asked, or papers and exhibits are opened. */
export interface OnFile {
  caseState: string;
  record: { state: string; sha256: string };
  given: readonly Explanation[];
  windows: Windows;
}

/** The needs of a decision that these facts answer, each with whether it holds. */
export function onFile(
  { record: written, explanation, additional, remedies }: Pick<PenaltyDecision, 'record' | 'explanation' | 'additional' | 'remedies'>,
  { caseState, record, given, windows }: OnFile,
): [string, boolean][] {
  const answered = new Set(explanation.answers.filter((a) => a.answer).map((a) => a.explanationId));
  return [
    ['case-confirmed', caseState === 'confirmed'],
    ['record-drawn', record.state === 'drawn' && record.sha256 === written.sha256],
    ['explained', windows.explained],
    ['explanation-answered', given.filter(explains).every((e) => answered.has(e.id))],
    ['within-window', windows.withinWindow],
    ['measures-decided', [...additional, ...remedies].every((m) => m.days !== null || m.leftOut !== null)],
  ];
}

/** The needs that exhibits and other records answer, once they are opened. */
export const opened = (exhibits: readonly KnownExhibit[], stands: ReadonlySet<string>, punishedBefore: boolean): [string, boolean][] => [
  ['judged-false', showFalse(exhibits, stands)],
  ['punished-once', !punishedBefore],
  ['sealed-evidence', exhibits.some((x) => x.kind === 'capture')],
];
/** The accused was told of a right by the record: one that follows from another provision now was never offered. */
export const offered = (terms: ExplanationTerms | null, candidate: Pick<Candidate, 'explain'> | null): boolean =>
  terms?.right === true || !candidate?.explain;
