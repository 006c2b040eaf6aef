import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import type { Entered } from '../core/http/answer.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { takesEntries } from './case.js';
import { CaseRepository } from './case.repository.js';
import { ExhibitRepository, type Origin } from './exhibit.repository.js';
import { PostLinksRepository } from './post-links.repository.js';
import './events.js';
import './problems.js';

export interface ExhibitInput {
  evidenceId: string;
  part?: string;
  why: string;
  version?: number;
}

/** Evidence becomes an exhibit of a case: which part of it, and why. It stays what it is. */
@Injectable()
export class AttachExhibit {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly exhibits: ExhibitRepository,
    private readonly links: PostLinksRepository,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, caseId: string, input: ExhibitInput): Promise<Entered> {
    return this.db.tx(async (tx) => {
      const found = await this.cases.lock(tx, actor, caseId, input.version);
      if (!takesEntries(found.state)) throw new Problem('case-not-open', { state: found.state });
      const { evidenceId, part = 'whole', why } = input;
      const origin = await this.exhibits.origin(tx, evidenceId);
      if (!origin) throw new Problem('missing', { detail: 'There is no such evidence' });
      if (!(await this.belongs(tx, caseId, evidenceId, origin))) throw new Problem('foreign-evidence');
      if (origin.purged) throw new Problem('purged');
      if (part !== 'whole' && !origin.parts.includes(part))
        throw new Problem('missing', { detail: 'This evidence has no such part', parts: origin.parts });
      const id = await this.exhibits.attach(tx, { caseId, evidenceId, part, why: why.trim(), by: actor.staffId }, origin);
      if (!id) throw new Problem('already-exhibited');
      const version = await this.cases.touch(tx, found);
      await this.log.append(tx, {
        type: 'exhibit.attached',
        v: 1,
        public: {},
        office: { caseId, exhibitId: id, evidenceId, part },
        actor: actor.staffId,
        subject: caseId,
      });
      return { id, version };
    });
  }

  /** What was printed or sent is no exhibit, and a scanned paper became one of its case when it was added. */
  private async belongs(tx: Tx, caseId: string, evidenceId: string, { kind, postId }: Origin): Promise<boolean> {
    if (kind === 'document') return (await this.exhibits.ofCase(tx, caseId)).some((x) => x.evidenceId === evidenceId);
    return !postId || (await this.links.ofCase(tx, caseId)).includes(postId);
  }
}
