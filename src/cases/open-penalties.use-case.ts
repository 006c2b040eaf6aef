import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';

/** A record, a decision or an annulment of a case that has not come to its end. */
export interface OpenPenalty {
  kind: 'violation' | 'penalty';
  id: string;
  label: string;
  /** only this is open, for paying late: the case may close over it for a reason */
  interest: number | null;
}
interface Told {
  open(tx: Tx, caseId: string): Promise<OpenPenalty[]>;
  /** whether a decision was issued in it, which may be complained about as long as it is kept */
  issued(tx: Tx, caseId: string): Promise<boolean>;
}

/** Asks whoever decides on penalties what of a case is still open; that room lies to the right, and says here how it is asked. */
@Injectable()
export class OpenPenalties {
  private told: Told = { open: () => Promise.resolve([]), issued: () => Promise.resolve(false) };

  askBy(told: Told): void {
    this.told = told;
  }
  find(tx: Tx, caseId: string): Promise<OpenPenalty[]> {
    return this.told.open(tx, caseId);
  }
  issued(tx: Tx, caseId: string): Promise<boolean> {
    return this.told.issued(tx, caseId);
  }
}
