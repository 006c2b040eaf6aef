import type { Observation, Outcome } from '../engine/exchange.js';
import type { Area } from '../../core/pictures/areas-changed.js';
import type { Change, CountChange } from './what-changed.js';
import type { TextPiece } from './words-changed.js';

/** One of two looks that are held against each other. */
export interface ComparedSide {
  id: string;
  url: string;
  /** as whom the page was visited, and by which way */
  visitor: string;
  route: string;
  /** the session that the visit bore: it shows what members are shown */
  session: string | null;
  /** its words are those of the page's source, read before it was laid out: nobody can say that they were shown on a screen */
  neverLaidOut: boolean;
  endedAt: Date;
  outcome: Outcome;
  observation: Observation | null;
  title: string | null;
  author: string | null;
  handle: string | null;
  postedAt: Date | null;
  /** when the post was changed, as the page said */
  edited: string | null;
}
export interface PictureSize {
  width: number;
  height: number;
}
/** A picture that both looks have: where it differs, in its points. */
export interface ComparedPicture {
  part: string;
  earlier: PictureSize;
  later: PictureSize;
  areas: Area[];
  /** of its squares, 0 to 1 */
  share: number;
}
/** What became of a post between two looks. */
export interface Comparison {
  postId: string;
  earlier: ComparedSide;
  later: ComparedSide;
  /** the weightiest first; none where nothing changed that was read */
  changed: Change[];
  text: TextPiece[];
  counts: CountChange[];
  pictures: ComparedPicture[];
}
