import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import type { PrintedDocument } from './print-document.use-case.js';
import { PrintIssued } from './print-issued.use-case.js';

/** An annulment that got its number is printed. */
@Injectable()
@On('annulment.numbered', { lane: 'document', leaseSeconds: 60 })
export class PrintAnnulment implements Handler<'annulment.numbered', PrintedDocument | null> {
  constructor(private readonly issuing: PrintIssued) {}

  work({ office }: Recorded<'annulment.numbered'>): Promise<PrintedDocument | null> {
    return this.issuing.decision(office);
  }
  handle(tx: Tx, { office }: Recorded<'annulment.numbered'>, printed: PrintedDocument | null): Promise<void> {
    return this.issuing.seal(tx, office, printed);
  }
}
