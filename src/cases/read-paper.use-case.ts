import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Evidence, type EvidenceItem } from '../core/evidence/evidence.js';
import { SealedBytes } from '../core/evidence/sealed-bytes.js';
import { PersonalData } from '../core/identity/personal-data.js';
import { Problem } from '../core/problem/problem.js';
import { CaseRepository } from './case.repository.js';
import { PaperRepository } from './paper.repository.js';
import './events.js';

/** Opens a scanned paper to somebody who says why: it names people. The look and the custody stand on the log before a byte leaves. */
@Injectable()
export class ReadPaper {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly papers: PaperRepository,
    private readonly evidence: Evidence,
    private readonly sealed: SealedBytes,
    private readonly personalData: PersonalData,
    private readonly log: Log,
  ) {}

  async run(by: { staffId: string }, caseId: string, exhibitId: string, reason: string): Promise<{ item: EvidenceItem; bytes: Readable }> {
    const item = await this.db.tx(async (tx) => {
      await this.cases.lock(tx, by, caseId);
      const evidenceId = await this.papers.evidenceOf(tx, caseId, exhibitId);
      if (!evidenceId) throw new Problem('missing');
      await this.personalData.look(tx, { kind: 'paper', refId: exhibitId, reason, by, caseId });
      await this.log.append(tx, {
        type: 'paper.read',
        v: 1,
        public: {},
        office: { caseId, exhibitId },
        actor: by.staffId,
        subject: caseId,
      });
      return this.evidence.get(tx, evidenceId);
    });
    const about = { of: item.id, part: 'paper', subject: caseId, actor: by.staffId };
    return { item, bytes: await this.sealed.open(item.sha256, about) };
  }
}
