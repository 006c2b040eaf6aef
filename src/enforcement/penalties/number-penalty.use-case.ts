import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import type { Annulment } from './decision.js';
import type { Person } from './draw-violation.use-case.js';
import { KnowPenalty } from './know-penalty.use-case.js';
import type { PenaltyStepped } from './penalty-answers.js';
import { PenaltyRepository, type HeldPenalty } from './penalty.repository.js';
import { numberOf } from './procedure.js';
import { procedureOn } from './procedure-table.js';
import { TellPenalty } from './tell-penalty.use-case.js';
import './events.js';

const HOUSE = { staffId: null, rights: new Set<string>(), system: true };

/** What was signed gets the next number of the year's register, and with it is issued: a referral sends the file off, an annulment takes its decision back. */
@Injectable()
export class NumberPenalty {
  constructor(
    private readonly db: Db,
    private readonly penalties: PenaltyRepository,
    private readonly know: KnowPenalty,
    private readonly telling: TellPenalty,
    private readonly log: Log,
  ) {}

  run(actor: Person, id: string, { version }: { version: number }): Promise<PenaltyStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.penalties.lock(tx, actor, id, version);
      const { penalty, newest } = held;
      const { day } = await this.know.step(tx, held, 'numbered', actor);
      const year = Number(day.slice(0, 4));
      const end = newest.content.kind === 'decision' ? newest.content.end : null;
      const serial = await this.penalties.nextSerial(tx, year);
      Object.assign(penalty, { year, serial, number: numberOf(serial, penalty.kind, end, procedureOn(day)!), issuedOn: day });
      const saved = await this.penalties.save(tx, penalty);
      const office = { contentId: newest.id, contentSha256: newest.sha256, serial, year };
      await this.telling.plain(tx, held, 'numbered', actor, office);
      if (end === 'referral') await this.refer(tx, held, actor);
      if (newest.content.kind === 'annulment') await this.annul(tx, newest.content, id, actor);
      return { id, state: penalty.state, version: saved, contentHash: newest.sha256, number: penalty.number };
    });
  }

  private async refer(tx: Tx, held: HeldPenalty, actor: Person): Promise<void> {
    const { topic, subject } = await this.telling.decided(tx, held);
    const office = this.telling.ids(held);
    await this.log.append(tx, {
      type: 'case.referred',
      v: 1,
      public: { topic, subject },
      office,
      actor: actor.staffId,
      subject: held.penalty.caseId,
    });
  }

  private async annul(tx: Tx, { annuls, ground }: Annulment, annulmentId: string, actor: Person): Promise<void> {
    const held = await this.penalties.lock(tx, null, annuls.id);
    await this.know.step(tx, held, 'annulled', HOUSE, ['annulment-issued']);
    await this.penalties.save(tx, held.penalty);
    await this.log.append(tx, {
      type: 'penalty.annulled',
      v: 1,
      public: { ...(await this.telling.decided(tx, held)), ground, issued: held.penalty.serial !== null },
      office: { ...this.telling.ids(held), annulmentId },
      actor: actor.staffId,
      subject: annuls.id,
    });
  }
}
