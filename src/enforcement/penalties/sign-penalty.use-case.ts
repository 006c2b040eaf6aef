import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { OfContent, Person } from './draw-violation.use-case.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import type { PenaltyStepped } from './penalty-answers.js';
import { PenaltyRepository, type HeldPenalty } from './penalty.repository.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import { VerifyExhibits } from './verify-exhibits.use-case.js';
import './problems.js';

/** Approving is signing: another person, whose title covers it today, signs exactly one content, named by its hash, or sends it back with a reason. */
@Injectable()
export class SignPenalty {
  constructor(
    private readonly db: Db,
    private readonly penalties: PenaltyRepository,
    private readonly know: KnowPenalty,
    private readonly telling: TellPenalty,
    private readonly exhibits: VerifyExhibits,
  ) {}

  async run(actor: Person, id: string, input: OfContent): Promise<PenaltyStepped> {
    await this.exhibits.run(actor, id);
    return this.db.tx(async (tx) => {
      const held = await this.asRead(tx, actor, id, input);
      const { penalty, newest } = held;
      const { title, day } = await this.know.step(tx, held, 'signed', actor);
      await this.penalties.sign(tx, id, newest, { by: actor.staffId, titleId: title!.id, on: day });
      const saved = await this.penalties.save(tx, penalty);
      const office = { contentId: newest.id, contentSha256: newest.sha256, titleId: title!.id };
      await this.telling.plain(tx, held, 'signed', actor, office);
      return { id, state: penalty.state, version: saved, contentHash: newest.sha256, number: null };
    });
  }

  sendBack(actor: Person, id: string, input: OfContent & { reason: string }): Promise<PenaltyStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.asRead(tx, actor, id, input);
      const { penalty, newest } = held;
      const { state, version } = penalty;
      // what is signed becomes a draft by an edit, or when the signature is voided
      if (state !== 'draft') throw new Problem('no-such-step', { current: { state, version } });
      await this.know.step(tx, held, 'draft', actor);
      await this.penalties.sendBack(tx, newest.id, input.reason.trim(), actor.staffId);
      const saved = await this.penalties.save(tx, penalty);
      await this.telling.plain(tx, held, 'returned', actor, { contentId: newest.id, contentSha256: newest.sha256 });
      return { id, state: penalty.state, version: saved, contentHash: newest.sha256, number: null };
    });
  }

  private async asRead(tx: Tx, actor: Person, id: string, { contentHash, version }: OfContent): Promise<HeldPenalty> {
    const held = await this.penalties.lock(tx, actor, id, version);
    const { penalty, newest } = held;
    if (newest.sha256 === contentHash) return held;
    throw new Problem('content-changed', {
      current: { version: penalty.version, state: penalty.state, contentHash: newest.sha256, contentNumber: newest.number },
    });
  }
}
