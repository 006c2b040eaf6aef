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

interface Reader {
  staffId: string;
  rights: ReadonlySet<string>;
}

/** Opens a scanned paper to somebody who says why: it names people, so it takes that right, or to have added it. The look and the custody stand on the log before a byte leaves. */
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

  async run(by: Reader, caseId: string, exhibitId: string, reason: string): Promise<{ item: EvidenceItem; bytes: Readable }> {
    const item = await this.db.tx(async (tx) => {
      await this.cases.lock(tx, by, caseId);
      const paper = await this.papers.find(tx, caseId, exhibitId);
      if (!paper) throw new Problem('missing');
      if (!by.rights.has('party.read') && paper.addedBy !== by.staffId) throw new Problem('forbidden');
      await this.personalData.look(tx, { kind: 'paper', refId: exhibitId, reason, by, caseId });
      await this.log.append(tx, {
        type: 'paper.read',
        v: 1,
        public: {},
        office: { caseId, exhibitId },
        actor: by.staffId,
        subject: caseId,
      });
      return this.evidence.get(tx, paper.evidenceId);
    });
    const about = { of: item.id, part: 'paper', subject: caseId, actor: by.staffId };
    return { item, bytes: await this.sealed.open(item.sha256, about) };
  }
}
