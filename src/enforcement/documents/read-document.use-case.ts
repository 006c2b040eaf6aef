import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Evidence, type EvidenceItem } from '../../core/evidence/evidence.js';
import { SealedBytes } from '../../core/evidence/sealed-bytes.js';
import { PersonalData } from '../../core/identity/personal-data.js';
import { Problem } from '../../core/problem/problem.js';
import { ViolationRepository } from '../penalties/violation.repository.js';
import '../penalties/events.js';
import { DocumentRepository, type PrintedRow } from './document.repository.js';

interface Reader {
  staffId: string;
  rights: ReadonlySet<string>;
}
/** Whoever serves a decision needs its paper, and not the record that it rests on. */
const RECORD_RIGHTS = ['violation.read', 'party.read'];

/** Opens what was printed to somebody who says why; the look and the custody stand on the log before a byte leaves. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly db: Db,
    private readonly documents: DocumentRepository,
    private readonly violations: ViolationRepository,
    private readonly evidence: Evidence,
    private readonly sealed: SealedBytes,
    private readonly personalData: PersonalData,
    private readonly log: Log,
  ) {}

  async run(by: Reader, id: string, reason: string): Promise<{ document: PrintedRow; item: EvidenceItem; bytes: Readable }> {
    const { document, item } = await this.db.tx(async (tx) => {
      const document = await this.documents.get(tx, id);
      if (!document) throw new Problem('missing');
      const { violationId, penaltyId, evidenceId } = document;
      const { caseId } = (await this.violations.find(tx, by, violationId)).violation;
      if (penaltyId === null && !RECORD_RIGHTS.every((right) => by.rights.has(right))) throw new Problem('forbidden');
      await this.personalData.look(tx, { kind: 'violation', refId: violationId, reason, by, caseId });
      await this.log.append(tx, {
        type: 'document.read',
        v: 1,
        public: {},
        office: { documentId: id, violationId, penaltyId, caseId },
        actor: by.staffId,
        subject: penaltyId ?? violationId,
      });
      return { document, item: await this.evidence.get(tx, evidenceId) };
    });
    const about = { of: item.id, part: 'document', subject: document.penaltyId ?? document.violationId, actor: by.staffId };
    return { document, item, bytes: await this.sealed.open(item.sha256, about) };
  }
}
