import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Evidence } from '../../core/evidence/evidence.js';
import { PenaltyRepository } from '../penalties/penalty.repository.js';
import { ViolationRepository } from '../penalties/violation.repository.js';
import '../penalties/events.js';
import { ComposeDecisionDocument } from './compose-decision-document.use-case.js';
import { ComposeRecordDocument } from './compose-record-document.use-case.js';
import type { Composed } from './composed.js';
import { DocumentRepository } from './document.repository.js';
import { PrintDocument, type PrintedDocument } from './print-document.use-case.js';
import { documentFaults } from './written.page.js';

/** Whose document it is. */
export interface Issued {
  violationId: string;
  penaltyId: string | null;
  caseId: string;
  contentSha256: string;
}

/** What is issued is printed once: the bytes first, in no transaction; then they are sealed and joined to the record or the decision. */
@Injectable()
export class PrintIssued {
  constructor(
    private readonly db: Db,
    private readonly violations: ViolationRepository,
    private readonly penalties: PenaltyRepository,
    private readonly records: ComposeRecordDocument,
    private readonly decisions: ComposeDecisionDocument,
    private readonly printing: PrintDocument,
    private readonly documents: DocumentRepository,
    private readonly evidence: Evidence,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  record(issued: Issued, drawnAt: Date): Promise<PrintedDocument | null> {
    return this.print(issued, async (tx) => this.records.run(tx, await this.violations.find(tx, null, issued.violationId), drawnAt));
  }
  decision(issued: Issued & { penaltyId: string }): Promise<PrintedDocument | null> {
    return this.print(issued, async (tx) => {
      const held = await this.penalties.find(tx, null, issued.penaltyId);
      return this.decisions.run(tx, held, held.penalty.issuedOn!);
    });
  }

  /** Null where it was printed before, or the office has no form for it. */
  private async print({ violationId, penaltyId }: Issued, compose: (tx: Tx) => Promise<Composed | null>): Promise<PrintedDocument | null> {
    const composed = await this.db.read(async (tx) => ((await this.documents.isPrinted(tx, violationId, penaltyId)) ? null : compose(tx)));
    if (!composed || documentFaults(composed.form, composed.model, this.config.timeZone, composed.by) === null) return null;
    return this.printing.print(composed.form, composed.model, composed.by);
  }

  async seal(tx: Tx, issued: Issued, printed: PrintedDocument | null): Promise<void> {
    const { violationId, penaltyId, caseId, contentSha256 } = issued;
    if (!printed || (await this.documents.isPrinted(tx, violationId, penaltyId))) return;
    const { form, version: formVersion, sha256, bytes, mediaType } = printed;
    const evidenceId = await this.evidence.seal(tx, { kind: 'document', sha256, bytes, mediaType });
    const id = randomUUID();
    await this.documents.add(tx, { id, form, formVersion, violationId, penaltyId, contentSha256, evidenceId });
    await this.log.append(tx, {
      type: 'document.printed',
      v: 1,
      public: {},
      office: { documentId: id, violationId, penaltyId, caseId, evidenceId, sha256, form, formVersion },
      actor: null,
      subject: penaltyId ?? violationId,
    });
  }
}
