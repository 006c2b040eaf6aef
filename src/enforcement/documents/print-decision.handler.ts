import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import type { PrintedDocument } from './print-document.use-case.js';
import { PrintIssued } from './print-issued.use-case.js';

/** A decision that got its number is printed. */
@Injectable()
@On('penalty.numbered', { lane: 'document', leaseSeconds: 60 })
export class PrintDecision implements Handler<'penalty.numbered', PrintedDocument | null> {
  constructor(private readonly issuing: PrintIssued) {}

  work({ office }: Recorded<'penalty.numbered'>): Promise<PrintedDocument | null> {
    return this.issuing.decision(office);
  }
  handle(tx: Tx, { office }: Recorded<'penalty.numbered'>, printed: PrintedDocument | null): Promise<void> {
    return this.issuing.seal(tx, office, printed);
  }
}
