import type { Day } from '../../core/http/answer.js';
import type { Advice, EndCause } from './overtaken.js';

/** A claim that is false no more, and the posts that rest on it, with what that means for each. */
export interface OvertakenClaim {
  claimId: string;
  /** as it is worded first */
  text: string;
  /** the first day on which it is false no more */
  since: Day;
  cause: EndCause;
  /** how many posts there are by what is to be done with them */
  counts: { stillFalse: number; lookAnew: number; dateUnknown: number };
  /** the first ones: those to be looked at anew before the others */
  posts: OvertakenPost[];
}
export interface OvertakenPost {
  postId: string;
  itemId: string | null;
  postedOn: Day | null;
  advice: Advice;
}
