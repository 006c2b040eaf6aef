import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../database/db.js';
import { Log } from '../events/log.js';
import { glossary } from '../glossary/glossary.js';
import type { Made } from '../http/answer.js';
import { invalid } from '../problem/invalid.js';
import { Problem } from '../problem/problem.js';
import type { SetUpBy } from './add-user.use-case.js';
import { TitlesRepository, type StaffTitle } from './titles.repository.js';
import './events.js';
import './problems.js';

export type TitleInput = Pick<StaffTitle, 'title' | 'body' | 'from'> & Partial<Pick<StaffTitle, 'delegation' | 'delegatedOn' | 'to'>>;
type Change = 'title.proposed' | 'title.approved' | 'title.ended';

/** A title gives the power to sign: proposed by one person, approved by another, neither of them the one who gets it. */
@Injectable()
export class ChangeTitle {
  constructor(
    private readonly db: Db,
    private readonly titles: TitlesRepository,
    private readonly log: Log,
  ) {}

  propose(by: SetUpBy, staffId: string, input: TitleInput): Promise<Made> {
    const actor = by === 'command-line' ? null : by.staffId;
    if (actor === staffId) throw new Problem('own-rights');
    if (!Object.hasOwn(glossary.title, input.title)) throw new Problem('title-unknown');
    const { title, body, from } = input;
    const [delegation, to] = [input.delegation?.trim() || null, input.to ?? null];
    const delegatedOn = input.delegatedOn ?? null;
    if ((delegation === null) !== (delegatedOn === null)) {
      const path = delegation === null ? 'delegation' : 'delegatedOn';
      throw invalid({ path, rule: 'isDefined', message: 'a delegation has its number and its day' });
    }
    if (to !== null && to < from) throw invalid({ path: 'to', rule: 'timeOrder', message: 'it ends before it begins' });
    return this.db.tx(async (tx) => {
      const id = await this.titles
        .propose(tx, { staffId, title, body: body.trim(), delegation, delegatedOn, from, to, by: actor })
        .catch((error: { code?: string }) => {
          throw error.code === '23503' ? new Problem('missing') : error;
        });
      await this.note(tx, 'title.proposed', { id, staffId, title }, actor);
      if (by === 'command-line') {
        await this.titles.approve(tx, id, null);
        await this.note(tx, 'title.approved', { id, staffId, title }, actor);
      }
      return { id };
    });
  }

  async approve(by: { staffId: string }, id: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const proposal = await this.titles.proposal(tx, id);
      if (!proposal) throw new Problem('missing');
      if (by.staffId === proposal.staffId || by.staffId === proposal.proposedBy) throw new Problem('own-rights');
      if (proposal.delegation !== null && proposal.delegatedOn === null) throw new Problem('delegation-undated');
      await this.titles.approve(tx, id, by.staffId);
      await this.note(tx, 'title.approved', proposal, by.staffId);
    });
  }

  async end(by: { staffId: string }, staffId: string, id: string): Promise<void> {
    if (by.staffId === staffId) throw new Problem('own-rights');
    await this.db.tx(async (tx) => {
      const ended = await this.titles.end(tx, staffId, id);
      if (!ended) throw new Problem('missing');
      await this.note(tx, 'title.ended', ended, by.staffId);
    });
  }

  private note(tx: Tx, type: Change, t: Pick<StaffTitle, 'id' | 'staffId' | 'title'>, actor: string | null): Promise<string> {
    const office = { staffId: t.staffId, titleId: t.id, title: t.title };
    return this.log.append(tx, { type, v: 1, public: {}, office, actor, subject: t.staffId });
  }
}
