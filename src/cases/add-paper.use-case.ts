import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { CONFIG, type Config } from '../core/config.js';
import { Db, type Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Evidence } from '../core/evidence/evidence.js';
import type { Entered } from '../core/http/answer.js';
import { keyedHash } from '../core/identity/secrets.js';
import { Problem } from '../core/problem/problem.js';
import { takesPapers } from './case.js';
import { casesTable } from './cases-table.js';
import type { CaseRow } from './case.entity.js';
import { CaseRepository } from './case.repository.js';
import { ExhibitRepository } from './exhibit.repository.js';
import { OpenPenalties } from './open-penalties.use-case.js';
import type { Scan } from './paper.adapter.js';
import { PaperRepository } from './paper.repository.js';
import './events.js';
import './problems.js';

export interface PaperInput {
  scan: Scan;
  why: string;
  /** an upload that is sent again with the same key is one paper */
  key?: string;
}
const OF_ITS_OWN = { captureId: null, addressId: null };

/** A scanned paper, such as the proof of a service, is sealed and becomes an exhibit of the case in one step. */
@Injectable()
export class AddPaper {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly exhibits: ExhibitRepository,
    private readonly papers: PaperRepository,
    private readonly penalties: OpenPenalties,
    private readonly evidence: Evidence,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(actor: { staffId: string }, caseId: string, { scan, why, key }: PaperInput): Promise<Entered> {
    const { uploadBytes, uploadPixels } = this.config.limits;
    if (scan.bytes.length > uploadBytes) throw new Problem('too-large', { limit: uploadBytes });
    if (scan.pixels > uploadPixels) throw new Problem('too-large', { limit: uploadPixels });
    const hash = createHash('sha256').update(scan.bytes).digest('hex');
    const uploadKey = key ? keyedHash(this.config.secret, 'paper', JSON.stringify([actor.staffId, caseId, key, hash, why])) : null;
    const earlier = await this.db.read((tx) => this.before(tx, actor, caseId, uploadKey));
    if (earlier) return earlier;
    const { sha256, bytes } = await this.evidence.store.put(scan.bytes);
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId);
      const known = uploadKey && (await this.papers.byKey(tx, uploadKey));
      if (known) return { id: known, version: found.version };
      await this.refuseFull(tx, found);
      const evidenceId = await this.evidence.seal(tx, { kind: 'document', sha256, mediaType: scan.mediaType, bytes });
      const id = (await this.exhibits.attach(tx, { caseId, evidenceId, part: 'whole', why: why.trim(), by: actor.staffId }, OF_ITS_OWN))!;
      await this.papers.add(tx, id, uploadKey);
      const version = await this.cases.touch(tx, found);
      const office = { caseId, exhibitId: id, evidenceId, part: 'whole' };
      await this.log.append(tx, { type: 'exhibit.attached', v: 1, public: {}, office, actor: actor.staffId, subject: caseId });
      return { id, version };
    });
  }

  /** What was added before by this key. Nothing is stored for somebody who may not see the case, or for a case that takes nothing more. */
  private async before(tx: Tx, { staffId }: { staffId: string }, caseId: string, key: Buffer | null): Promise<Entered | null> {
    const found = await this.cases.find(tx, caseId);
    if (!found || (await this.cases.isBarred(tx, caseId, staffId))) throw new Problem('missing');
    const known = key && (await this.papers.byKey(tx, key));
    if (known) return { id: known, version: found.version };
    await this.refuseFull(tx, found);
    return null;
  }

  private async refuseFull(tx: Tx, { id, state }: CaseRow): Promise<void> {
    if (!takesPapers(state, await this.penalties.issued(tx, id))) throw new Problem('case-not-open', { state });
    if ((await this.papers.count(tx, id)) >= casesTable.most_papers) throw new Problem('too-many-papers', { most: casesTable.most_papers });
  }
}
