import type { Confirmation } from './confidence.js';
import type { Status } from './choice.js';
import type { Day, DaySpan } from './day.js';
import type { Accepted } from './fine.js';
import type { Place, SubjectKind } from './law.js';

/** One act of one subject, with what people answered about it. */
export interface Act {
  types: string[];
  where: Place;
  started: DaySpan;
  discovered: DaySpan | null;
  status: Status | null;
  /** the provision that a person chose, with the reason */
  provision: { id: string; reason: string } | null;
  accepted: Accepted;
  /** the amount that a person decided where the law says "between", with the reason */
  amount: { value: number; reason: string } | null;
  returnedByPolice: boolean;
  evasionEnded: Day | null;
}
/** What a penalty is computed from: facts that people recorded, and their answers. */
export interface PenaltyCase {
  subject: { kind: SubjectKind; age: number | null };
  acts: Act[];
  /** signs of a crime that a person noted, and what a person decided about them */
  crime: { signs: string[]; refer: boolean | null; reason: string | null };
  decidedOn: Day | null;
  signer: string | null;
  confirmations: Confirmation[];
}
