import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { casesTable } from './cases-table.js';
import { PartyRepository } from './party.repository.js';
import { ProposalRepository, type Proposal } from './proposal.repository.js';
import './events.js';
import './problems.js';

/** So long it can be taken back. */
export interface DeclinedProposal {
  undoSeconds: number;
}

/** Somebody reads a proposed case and says why none is opened; the post may be proposed again by a later judgement. */
@Injectable()
export class DeclineProposal {
  constructor(
    private readonly db: Db,
    private readonly proposals: ProposalRepository,
    private readonly parties: PartyRepository,
    private readonly log: Log,
  ) {}

  run(by: { staffId: string }, postId: string, given: { judgementId: string; reason: string }): Promise<DeclinedProposal> {
    return this.db.tx(async (tx) => {
      const proposal = await this.find(tx, by, postId);
      if (proposal.caseId) throw new Problem('already-in-case');
      if (proposal.judgementId !== given.judgementId || proposal.declineId) throw new Problem('stale');
      const declineId = await this.proposals.decline(tx, proposal, given.reason.trim(), by.staffId);
      await this.note(tx, 'case.proposal-declined', proposal, declineId, by);
      return { undoSeconds: casesTable.undo_seconds };
    });
  }

  /** Takes one's own answer back within seconds; the log keeps both. */
  undo(by: { staffId: string }, postId: string): Promise<void> {
    return this.db.tx(async (tx) => {
      const proposal = await this.find(tx, by, postId);
      if (!proposal.declineId || !(await this.proposals.restore(tx, proposal.declineId, by.staffId, casesTable.undo_seconds)))
        throw new Problem('undo-too-late');
      await this.note(tx, 'case.proposal-restored', proposal, proposal.declineId, by);
    });
  }

  private async find(tx: Tx, by: { staffId: string }, postId: string): Promise<Proposal> {
    const proposal = await this.proposals.lock(tx, postId);
    if (!proposal || (await this.parties.isBarredFromPost(tx, postId, by.staffId))) throw new Problem('missing');
    return proposal;
  }
  private async note(
    tx: Tx,
    type: 'case.proposal-declined' | 'case.proposal-restored',
    { postId, judgementId }: Proposal,
    declineId: string,
    by: { staffId: string },
  ): Promise<void> {
    const office = { postId, judgementId, declineId };
    await this.log.append(tx, { type, v: 1, public: {}, office, actor: by.staffId, subject: postId });
  }
}
