import { dayOf } from '../legal-basis.js';
import type { Day, DaySpan } from '../penalty/day.js';
import type { RecordedAct } from './decision.js';
import type { KnownExhibit } from './exhibits.js';

/** What exhibits tell of when a post began: the earliest of each, null where none tells it. */
export interface ShownBegin {
  /** it was there by then */
  sealedOn: Day | null;
  /** what the page itself says */
  postedOn: Day | null;
}
export function shownBegin(exhibits: readonly KnownExhibit[], timeZone: string): ShownBegin {
  const posts = exhibits.filter((x) => x.postId !== null);
  const earliest = (moments: Date[]): Day | null => moments.map((at) => dayOf(at, timeZone)).sort()[0] ?? null;
  return { sealedOn: earliest(posts.map((x) => x.sealedAt)), postedOn: earliest(posts.flatMap((x) => x.postedAt ?? [])) };
}

/** An act does not begin after what shows it. */
export const beginsTooLate = (started: DaySpan, { sealedOn }: ShownBegin): boolean => sealedOn !== null && started.first > sealedOn;
/** It begins on the day that the post tells of itself, or the record says why on another. */
export const beginsAsShown = ({ started, startedReason }: RecordedAct, shown: ShownBegin): boolean =>
  !beginsTooLate(started, shown) &&
  (shown.postedOn === null || (started.first <= shown.postedOn && shown.postedOn <= started.last) || Boolean(startedReason));
