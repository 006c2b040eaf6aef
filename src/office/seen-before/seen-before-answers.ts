import type { ItemState } from '../../enforcement/index.js';
import type { CaseState } from '../../cases/index.js';

/** Another post that shows nearly the same: a hint, for a person to look at. */
export interface SeenBefore {
  /** of the other post */
  id: string;
  itemId: string | null;
  /** it was known before this one; else it came after */
  earlier: boolean;
  /** when its likeness was found */
  at: Date;
  platform: string | null;
  author: string | null;
  url: string | null;
  likenesses: Likeness[];
  /** the case that it belongs to, for those who may know it */
  case: { id: string; number: string; state: CaseState } | null;
  /** the request to remove it that is in force, and how far that is */
  removal: { takedownId: string; reference: string; state: ItemState } | null;
}
export interface Likeness {
  kind: 'picture' | 'text';
  /** so many of 256 bits differ */
  distance: number;
  here: Compared;
  there: Compared;
}
/** What was compared: a picture of a capture, or what somebody sent in. */
export interface Compared {
  captureId: string | null;
  addressId: string | null;
  /** the name of a picture that shows it */
  picturePart: string | null;
}
