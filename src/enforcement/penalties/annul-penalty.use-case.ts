import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Db, type Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import { formOf } from '../documents/print-setup.js';
import { PrintSetupRepository } from '../documents/print-setup.repository.js';
import { ComplaintRepository } from '../complaints/complaint.repository.js';
import '../complaints/problems.js';
import { ComposeRecord } from './compose-record.use-case.js';
import type { Annulment, AnnulmentGround } from './decision.js';
import type { Person } from './draw-violation.use-case.js';
import type { PenaltyStepped } from './penalty-answers.js';
import { PenaltyRepository, type HeldPenalty } from './penalty.repository.js';
import { RewriteDecision } from './rewrite-decision.use-case.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import './problems.js';

export interface AnnulmentInput {
  ground: AnnulmentGround;
  reason: string;
  version: number;
}
type Because = Pick<Annulment, 'ground' | 'reason' | 'complaint'>;

/** What was signed is taken back by a decision of its own, which somebody else signs: on a complaint, for an error, or when the case falls. */
@Injectable()
export class AnnulPenalty {
  constructor(
    private readonly db: Db,
    private readonly penalties: PenaltyRepository,
    private readonly rewriting: RewriteDecision,
    private readonly telling: TellPenalty,
    private readonly composing: ComposeRecord,
    private readonly setups: PrintSetupRepository,
    private readonly complaints: ComplaintRepository,
  ) {}

  /** Drafted by legal staff who had no hand in the decision; on a complaint only where one was upheld, which it names. */
  run(actor: Person, penaltyId: string, { ground, reason, version }: AnnulmentInput): Promise<PenaltyStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.penalties.lock(tx, actor, penaltyId, version);
      await this.refuseOwn(tx, actor, penaltyId);
      const complaint = ground === 'complaint' ? await this.complaints.upheld(tx, penaltyId) : undefined;
      if (complaint === null) throw new Problem('complaint-needed');
      return this.draft(tx, held, { ground, reason: reason.trim(), complaint }, actor);
    });
  }

  /** `author`: who wrote the reason, where that is somebody else than the one who acts. */
  async draft(
    tx: Tx,
    held: HeldPenalty,
    { ground, reason, complaint }: Because,
    actor: { staffId: string | null },
    author = actor.staffId,
  ): Promise<PenaltyStepped> {
    const { penalty, newest } = held;
    const { content, signature } = newest;
    if (content.kind === 'annulment' || !signature || ['draft', 'cancelled', 'annulled', 'refunded'].includes(penalty.state))
      throw new Problem('no-such-step', { current: { state: penalty.state, version: penalty.version } });
    const id = randomUUID();
    const annuls = { id: penalty.id, number: penalty.number, signedOn: signature.signedOn, sha256: newest.sha256 };
    const annulment: Annulment = {
      format: 1,
      kind: 'annulment',
      caseNumber: content.caseNumber,
      annuls,
      ground,
      ...(complaint ? { complaint } : {}),
      reason,
      printing: await this.printing(tx),
    };
    const { violationId, caseId } = penalty;
    await this.penalties.add(tx, { id, violationId, caseId, kind: 'annulment', annuls: penalty.id, by: author });
    const { id: contentId, sha256 } = await this.penalties.addContent(tx, id, 1, annulment, author);
    const office = { contentId, contentSha256: sha256, annuls: penalty.id };
    await this.telling.plain(tx, await this.penalties.find(tx, null, id), 'drafted', actor, office);
    return { id, state: 'draft', version: 1, contentHash: sha256, number: null };
  }

  /** Writes the reason anew; a signature does not outlive that. */
  change(actor: Person, id: string, { reason, version }: { reason: string; version: number }): Promise<PenaltyStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.penalties.lock(tx, actor, id, version);
      const { penalty, newest } = held;
      if (newest.content.kind !== 'annulment' || (penalty.state !== 'draft' && penalty.state !== 'signed'))
        throw new Problem('no-such-step', { current: { state: penalty.state, version } });
      await this.refuseOwn(tx, actor, newest.content.annuls.id);
      const content = { ...newest.content, reason: reason.trim(), printing: await this.printing(tx) };
      return this.rewriting.run(tx, held, content, actor);
    });
  }

  private async printing(tx: Tx): Promise<string | null> {
    return this.setups.keep(tx, formOf({ kind: 'annulment' }), await this.composing.today(tx));
  }

  /** Whoever had a hand in the decision does not take it back. */
  private async refuseOwn(tx: Tx, { staffId }: Person, penaltyId: string): Promise<void> {
    if ((await this.penalties.hands(tx, penaltyId)).has(staffId)) throw new Problem('own-signature');
  }
}
