import type { Day } from '../../core/http/answer.js';
import type { Judgement } from '../judgement.js';
import type { Strength } from '../matching/match.js';
import type { StanceLabel } from '../matching/stance/stance.js';
import type { TriageState } from '../triage.entity.js';
import type { SpreadBy, SpreadJudged, SpreadStance } from './spread.js';

/** A post that the version in force matches as it reads now. */
export interface ClaimPost {
  itemId: string;
  postId: string;
  platform: string | null;
  firstLine: string;
  /** as the post shows it */
  postedOn: Day | null;
  receivedAt: Date;
  score: number;
  /** null: an inspector named the claim, which was not suggested */
  strength: Strength | null;
  stance: StanceLabel | null;
  decision: 'confirmed' | null;
  state: TriageState;
  judgement: Judgement | null;
}
export interface ClaimSpreadColumn {
  from: Day;
  posts: number;
  stance: Record<SpreadStance, number>;
  judged: Record<SpreadJudged, number>;
}
/** How a claim spread: posts by the day that they show, or on which they came in. */
export interface ClaimSpread {
  by: SpreadBy;
  /** the last ones, in order of time */
  columns: ClaimSpreadColumn[];
  /** posts of before */
  earlier: number;
  total: number;
}
