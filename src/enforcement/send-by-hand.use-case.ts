import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import { Db, type Tx } from '../core/database/db.js';
import { Evidence } from '../core/evidence/evidence.js';
import type { Stored } from '../core/evidence/store.js';
import { Problem } from '../core/problem/problem.js';
import { visibleCharacters } from '../core/text/visible.js';
import type { Person } from './approve-takedown.use-case.js';
import { DELIVERY_WAYS, type Composed, type DeliveryWays } from './deliveries/delivery-way.js';
import { DeliveryRepository } from './delivery.repository.js';
import { takedownTable } from './enforcement-table.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { MarkSent } from './mark-sent.use-case.js';
import type { TakedownStepped } from './takedown-answers.js';
import { contentBytes, referenceOf } from './takedown.js';
import { TakedownRepository, type Held } from './takedown.repository.js';
import './problems.js';

export interface ByHand {
  checklist?: string[];
  proof?: string;
  version: number;
}
const LEAST_PROOF = 3;

/** A person has sent a request: what left is kept first, then its delivery is written down. */
@Injectable()
export class SendByHand {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly know: KnowTakedown,
    private readonly marking: MarkSent,
    private readonly evidence: Evidence,
    private readonly clock: Clock,
    @Inject(DELIVERY_WAYS) private readonly ways: DeliveryWays,
  ) {}

  /** Null where the house sends it. */
  async run(actor: Person, id: string, input: ByHand): Promise<TakedownStepped | null> {
    const composed = await this.db.tx((tx) => this.compose(tx, actor, id, input));
    if (!composed) return null;
    const stored = await this.evidence.store.put(composed.bytes);
    return this.db.tx((tx) => this.note(tx, actor, id, input, { ...stored, mediaType: composed.mediaType }));
  }

  /** What left, once it is clear that it may have. */
  private async compose(tx: Tx, actor: Person, id: string, input: ByHand): Promise<Composed | null> {
    const held = await this.takedowns.lock(tx, actor, id, input.version);
    const { takedown, newest } = held;
    const way = this.ways.get(newest.content.way);
    if (!way?.byHand) return null;
    await this.step(tx, actor, held, input);
    return way.compose({
      takedownId: id,
      reference: referenceOf({ id, attempt: takedown.attempt + 1 }),
      content: newest.content,
      contentBytes: contentBytes(newest.content),
      sha256: newest.sha256,
      composedAt: await this.clock.now(tx),
    });
  }

  /** The version that was asked for is the one that was composed, or it is refused. */
  private async note(tx: Tx, actor: Person, id: string, input: ByHand, kept: Stored & { mediaType: string }): Promise<TakedownStepped> {
    const held = await this.takedowns.lock(tx, actor, id, input.version);
    const { takedown, newest } = held;
    await this.step(tx, actor, held, input);
    takedown.attempt += 1;
    const deliveryId = await this.deliveries.begin(tx, {
      takedownId: id,
      attempt: takedown.attempt,
      contentId: newest.id,
      way: newest.content.way,
      recipient: newest.content.recipient,
      reference: referenceOf(takedown),
      evidenceId: await this.evidence.seal(tx, { kind: 'document', ...kept }),
    });
    await this.deliveries.ended(tx, deliveryId, {
      outcome: 'delivered',
      proof: { by: 'hand', person: actor.staffId, checklist: input.checklist ?? [], note: (input.proof ?? '').trim() },
    });
    const version = await this.marking.run(tx, held, deliveryId, kept.sha256, actor.staffId);
    return { state: takedown.state, version };
  }

  private async step(tx: Tx, actor: Person, held: Held, { checklist = [], proof = '' }: ByHand): Promise<void> {
    await this.know.step(tx, held, 'sent', actor, true);
    const open = takedownTable.checklist.filter((line) => !checklist.includes(line.key)).map((line) => line.key);
    const proved = visibleCharacters(proof).length >= LEAST_PROOF;
    if (open.length > 0 || !proved) throw new Problem('checklist-open', { open, proof: proved });
  }
}
