import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import { Db } from '../core/database/db.js';
import type { TakedownStepped } from './takedown-answers.js';
import { Log } from '../core/events/log.js';
import { Evidence } from '../core/evidence/evidence.js';
import { visibleCharacters } from '../core/text/visible.js';
import { Problem } from '../core/problem/problem.js';
import type { Person } from './approve-takedown.use-case.js';
import { DELIVERY_WAYS, type DeliveryWays, type Outgoing } from './deliveries/delivery-way.js';
import { DeliveryRepository } from './delivery.repository.js';
import { takedownTable } from './enforcement-table.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { MarkSent } from './mark-sent.use-case.js';
import { contentBytes } from './takedown.js';
import { TakedownRepository, type Held } from './takedown.repository.js';
import './events.js';
import './problems.js';

export interface Sending {
  checklist?: string[];
  proof?: string;
  version: number;
}
export interface TakedownSending extends TakedownStepped {
  leavesAt: Date | null;
}

/** Orders an approved request to leave a few seconds later, or takes note that a person has sent it by hand. */
@Injectable()
export class SendTakedown {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly know: KnowTakedown,
    private readonly marking: MarkSent,
    private readonly evidence: Evidence,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(DELIVERY_WAYS) private readonly ways: DeliveryWays,
  ) {}

  run(actor: Person, id: string, input: Sending): Promise<TakedownSending> {
    return this.db.tx(async (tx) => {
      const held = await this.takedowns.lock(tx, actor, id, input.version);
      const { takedown, newest } = held;
      if (this.ways.get(newest.content.way)?.byHand) return this.byHand(tx, actor, held, input);
      await this.know.step(tx, held, 'sending', actor);
      takedown.attempt += 1;
      takedown.leavesAt = new Date(Date.now() + takedownTable.undo_seconds * 1000);
      const version = await this.takedowns.save(tx, takedown);
      await this.log.append(
        tx,
        {
          type: 'takedown.queued',
          v: 1,
          public: { kind: takedown.kind, platform: takedown.platform },
          office: { takedownId: id, caseId: takedown.caseId, attempt: takedown.attempt },
          actor: actor.staffId,
          subject: id,
        },
        { availableInSeconds: takedownTable.undo_seconds },
      );
      return { state: takedown.state, version, leavesAt: takedown.leavesAt };
    });
  }

  /** Calls back what was ordered to leave, while it is still in the house. */
  callBack(actor: Person, id: string): Promise<TakedownSending> {
    return this.db.tx(async (tx) => {
      const held = await this.takedowns.lock(tx, actor, id);
      const { takedown } = held;
      if (takedown.state === 'sent') throw new Problem('already-leaving');
      if (takedown.state !== 'sending')
        throw new Problem('no-such-step', { current: { state: takedown.state, version: takedown.version } });
      await this.know.step(tx, held, 'approved', actor);
      takedown.leavesAt = null;
      const version = await this.takedowns.save(tx, takedown);
      await this.log.append(tx, {
        type: 'takedown.called-back',
        v: 1,
        public: { kind: takedown.kind, platform: takedown.platform },
        office: { takedownId: id, caseId: takedown.caseId, attempt: takedown.attempt },
        actor: actor.staffId,
        subject: id,
      });
      return { state: takedown.state, version, leavesAt: null };
    });
  }

  private async byHand(
    tx: Parameters<KnowTakedown['run']>[0],
    actor: Person,
    held: Held,
    { checklist = [], proof = '' }: Sending,
  ): Promise<TakedownSending> {
    const { takedown, newest } = held;
    await this.know.step(tx, held, 'sent', actor, true);
    const open = takedownTable.checklist.filter((line) => !checklist.includes(line.key)).map((line) => line.key);
    if (open.length > 0 || visibleCharacters(proof).length < 3)
      throw new Problem('checklist-open', { open, proof: visibleCharacters(proof).length >= 3 });
    takedown.attempt += 1;
    const reference = referenceOf(takedown);
    const outgoing: Outgoing = {
      takedownId: takedown.id,
      reference,
      content: newest.content,
      contentBytes: contentBytes(newest.content),
      sha256: newest.sha256,
      composedAt: await this.clock.now(tx),
    };
    const { bytes, mediaType } = await this.ways.get(newest.content.way)!.compose(outgoing);
    const stored = await this.evidence.store.put(bytes);
    const evidenceId = await this.evidence.seal(tx, { kind: 'document', ...stored, mediaType });
    const deliveryId = await this.deliveries.begin(tx, {
      takedownId: takedown.id,
      attempt: takedown.attempt,
      contentId: newest.id,
      way: newest.content.way,
      recipient: newest.content.recipient,
      reference,
      evidenceId,
    });
    await this.deliveries.ended(tx, deliveryId, {
      outcome: 'delivered',
      proof: { by: 'hand', person: actor.staffId, checklist, note: proof.trim() },
    });
    const version = await this.marking.run(tx, held, deliveryId, stored.sha256, actor.staffId);
    return { state: takedown.state, version, leavesAt: null };
  }
}

/** Names one delivery to the other side, the same however often it is tried. */
export const referenceOf = (t: { id: string; attempt: number }): string => `${t.id}.${t.attempt}`;
