import { visibleCharacters } from '../core/text/visible.js';
/** What an inspector says a post is. Only a false statement of fact can be enforced. */
export const JUDGEMENTS = [
  'false-statement-of-fact',
  'true',
  'opinion',
  'satire',
  'question',
  'denial-or-correction',
  'quotation-or-journalism',
  'error-already-corrected',
  'cannot-be-verified',
] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

export interface JudgementInput {
  judgement: Judgement;
  reason?: string | null;
  confirmedVersionId: string | null;
}

/** Which judgements say why in words: always, or against a match that is likely. */
export interface ReasonRules {
  reason_needed: readonly string[];
  reason_needed_against_match: readonly string[];
}
export const needsReason = (judgement: Judgement, likelyMatch: boolean, rules: ReasonRules): boolean =>
  rules.reason_needed.includes(judgement) || (likelyMatch && rules.reason_needed_against_match.includes(judgement));

/** What is wrong with a judgement, or null: some say why, a false statement names the claim it repeats. */
export function judgementFault(input: JudgementInput, reasonNeeded: boolean): 'reason-needed' | 'claim-needed' | null {
  if (input.judgement === 'false-statement-of-fact' && input.confirmedVersionId === null) return 'claim-needed';
  if (reasonNeeded && visibleCharacters(input.reason ?? '').length < 3) return 'reason-needed';
  return null;
}
