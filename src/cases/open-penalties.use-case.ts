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
type Find = (tx: Tx, caseId: string) => Promise<OpenPenalty[]>;

/** Asks whoever decides on penalties what of a case is still open; that room lies to the right, and says here how it is asked. */
@Injectable()
export class OpenPenalties {
  private ask: Find = () => Promise.resolve([]);

  askBy(find: Find): void {
    this.ask = find;
  }
  find(tx: Tx, caseId: string): Promise<OpenPenalty[]> {
    return this.ask(tx, caseId);
  }
}
