import type { TextKey } from '../../text/texts.js';
import type { DecisionFull } from './types.js';

/** What a decision without a number is called: a draft until it is signed. */
export function headingOf({ kind, state }: Pick<DecisionFull, 'kind' | 'state'>): TextKey {
  if (kind === 'annulment') return 'penalty.annulment';
  return state === 'draft' || state === 'cancelled' ? 'penalty.draftdecision' : 'penalty.decision';
}
