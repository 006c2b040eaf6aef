import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import type { PrintedDocument } from './print-document.use-case.js';
import { PrintIssued, type Issued } from './print-issued.use-case.js';

/** A record that was drawn up is printed. */
@Injectable()
@On('violation.recorded', { lane: 'document', leaseSeconds: 60 })
export class PrintRecord implements Handler<'violation.recorded', PrintedDocument | null> {
  constructor(private readonly issuing: PrintIssued) {}

  work(event: Recorded<'violation.recorded'>): Promise<PrintedDocument | null> {
    return this.issuing.record(issued(event), event.officeAt);
  }
  handle(tx: Tx, event: Recorded<'violation.recorded'>, printed: PrintedDocument | null): Promise<void> {
    return this.issuing.seal(tx, issued(event), printed);
  }
}
const issued = ({ office }: Recorded<'violation.recorded'>): Issued => ({ ...office, penaltyId: null });
