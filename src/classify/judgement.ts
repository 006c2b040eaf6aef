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

/** What is wrong with a judgement, or null: excluding ones say why, a false statement names the claim it repeats. */
export function judgementFault(input: JudgementInput, reasonNeeded: readonly string[]): 'reason-needed' | 'claim-needed' | null {
  if (input.judgement === 'false-statement-of-fact' && input.confirmedVersionId === null) return 'claim-needed';
  if (reasonNeeded.includes(input.judgement) && visibleCharacters(input.reason ?? '').length < 3) return 'reason-needed';
  return null;
}
