import { falseOn, type ClaimContent } from '../claim.js';

/** The timer of a claim whose time ends; its ref is the claim's id. */
export const CLAIM_END = 'claim-end';

/** By what a claim is false no more: its last day is over, or it left the registry. */
export type EndCause = 'ended' | 'retired';
/** The first day on which it is false no more. */
export interface ClaimEnd {
  since: string;
  cause: EndCause;
}
/** What that means for a post: it was made while the claim was false, or not, or nobody knows when. */
export type Advice = 'still-false' | 'look-anew' | 'date-unknown';

const DAY = 86_400_000;
const nextDay = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);

/** The end of a claim that is in force, if that day has come. */
export function endOf({ falseTo }: Pick<ClaimContent, 'falseTo'>, today: string): ClaimEnd | null {
  return falseTo !== null && falseTo < today ? { since: nextDay(falseTo), cause: 'ended' } : null;
}

/** The post's own date decides. Nothing rests on a claim that left the registry, whenever the post was made. */
export function adviceFor(
  { cause, ...claim }: Pick<ClaimEnd, 'cause'> & Pick<ClaimContent, 'falseFrom' | 'falseTo'>,
  postedOn: string | null,
): Advice {
  if (cause === 'retired') return 'look-anew';
  if (postedOn === null) return 'date-unknown';
  return falseOn(claim, postedOn) ? 'still-false' : 'look-anew';
}
