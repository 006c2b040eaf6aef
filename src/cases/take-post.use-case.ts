import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Bars } from '../core/identity/bars.js';
import { Problem } from '../core/problem/problem.js';
import { Judgements, type CurrentJudgement } from '../classify/index.js';
import { PostsDoor } from '../intake/index.js';
import { casesTable } from './cases-table.js';
import { ExhibitRepository } from './exhibit.repository.js';
import './events.js';
import './problems.js';

/** A post on its way into a case: under the id that counts now, judged false, with the evidence of that judgement. */
@Injectable()
export class TakePost {
  constructor(
    private readonly posts: PostsDoor,
    private readonly bars: Bars,
    private readonly judgements: Judgements,
    private readonly exhibits: ExhibitRepository,
    private readonly log: Log,
  ) {}

  async find(tx: Tx, postId: string): Promise<string> {
    const post = await this.posts.find(tx, postId);
    if (!post) throw new Problem('missing');
    return post.mergedInto ?? post.id;
  }
  /** The same for somebody who acts on it; for whoever is barred from the post there is none. */
  async findFor(tx: Tx, actor: { staffId: string }, postId: string): Promise<string> {
    const found = await this.find(tx, postId);
    await this.bars.refuse(tx, actor, found);
    return found;
  }
  /** The judgement that a case is opened on: it stands, and from now on nobody takes it back. */
  async settle(tx: Tx, postId: string): Promise<CurrentJudgement> {
    const judged = await this.judgements.settle(tx, postId);
    if (judged?.judgement !== 'false-statement-of-fact') throw new Problem('not-judged-false');
    if (!(await this.judgements.standing(tx, [postId])).has(postId)) throw new Problem('claim-gone');
    return judged;
  }
  /** Attaches what the judgement rests on, and a text or picture that was itself reported. */
  async exhibit(tx: Tx, caseId: string, postId: string, judged: CurrentJudgement, by: string): Promise<void> {
    if (judged.evidenceId) await this.attach(tx, caseId, judged.evidenceId, casesTable.why_judged, by);
    for (const { evidenceId } of await this.posts.addresses(tx, postId)) {
      if (evidenceId && evidenceId !== judged.evidenceId) await this.attach(tx, caseId, evidenceId, casesTable.why_reported, by);
    }
  }

  private async attach(tx: Tx, caseId: string, evidenceId: string, why: string, by: string): Promise<void> {
    const origin = await this.exhibits.origin(tx, evidenceId);
    if (!origin || origin.purged) return;
    const exhibitId = await this.exhibits.attach(tx, { caseId, evidenceId, part: 'whole', why, by }, origin);
    if (exhibitId)
      await this.log.append(tx, {
        type: 'exhibit.attached',
        v: 1,
        public: {},
        office: { caseId, exhibitId, evidenceId, part: 'whole' },
        actor: by,
        subject: caseId,
      });
  }
}
