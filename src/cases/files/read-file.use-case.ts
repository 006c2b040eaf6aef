import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Custody } from '../../core/evidence/custody.js';
import { Evidence, type EvidenceItem } from '../../core/evidence/evidence.js';
import { SealedBytes } from '../../core/evidence/sealed-bytes.js';
import { PersonalData } from '../../core/identity/personal-data.js';
import { Problem } from '../../core/problem/problem.js';
import { CaseRepository } from '../case.repository.js';
import { FileRepository, type KnownFile } from './file.repository.js';
import '../events.js';

interface Reader {
  staffId: string;
  rights: ReadonlySet<string>;
}

/** Hands out a file that somebody brought: it may name people, so it takes that right, or to have brought it. What leaves the house leaves for a reason; each look stands on the log before a byte leaves. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly files: FileRepository,
    private readonly evidence: Evidence,
    private readonly sealed: SealedBytes,
    private readonly personalData: PersonalData,
    private readonly custody: Custody,
    private readonly log: Log,
  ) {}

  async original(
    by: Reader,
    caseId: string,
    exhibitId: string,
    reason: string,
  ): Promise<{ item: EvidenceItem; name: string; bytes: Readable }> {
    const { item, name } = await this.db.tx(async (tx) => {
      const { evidenceId, name } = await this.find(tx, by, caseId, exhibitId);
      const item = await this.evidence.get(tx, evidenceId);
      await this.personalData.look(tx, { kind: 'file', refId: exhibitId, reason, by, caseId });
      const reasonId = await this.custody.reason(tx, by, reason);
      await this.custody.exported(tx, by, reasonId, { what: 'file', evidenceId, captureId: null, subject: caseId });
      return { item, name };
    });
    const about = { of: item.id, part: 'file', subject: caseId, actor: by.staffId };
    return { item, name, bytes: await this.sealed.open(item.sha256, about) };
  }

  /** The small picture of it. */
  async still(by: Reader, caseId: string, exhibitId: string): Promise<Buffer> {
    return this.db.tx(async (tx) => {
      const { hasStill, purged } = await this.find(tx, by, caseId, exhibitId);
      if (purged) throw new Problem('purged');
      if (!hasStill) throw new Problem('missing');
      const office = { caseId, exhibitId, part: 'still' } as const;
      await this.log.append(tx, { type: 'file.read', v: 1, public: {}, office, actor: by.staffId, subject: caseId });
      return this.files.still(tx, exhibitId);
    });
  }

  private async find(tx: Tx, by: Reader, caseId: string, exhibitId: string): Promise<KnownFile> {
    await this.cases.lock(tx, by, caseId);
    const file = await this.files.find(tx, caseId, exhibitId);
    if (!file) throw new Problem('missing');
    if (!by.rights.has('party.read') && file.addedBy !== by.staffId) throw new Problem('forbidden');
    return file;
  }
}
