import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import { dayOf } from '../core/clock/office-day.js';
import { CONFIG, type Config } from '../core/config.js';
import type { Tx } from '../core/database/db.js';
import { take, type FlowActor, type Held as FlowHeld } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import { Cases } from '../cases/index.js';
import { DELIVERY_WAYS, type DeliveryWays } from './deliveries/delivery-way.js';
import { DeliveryRepository } from './delivery.repository.js';
import { legalBasis, takedownTable } from './enforcement-table.js';
import { GroundRepository } from './ground.repository.js';
import { carries } from './legal-basis.js';
import { blanksLeft, linksAreExact, onFile } from './takedown.js';
import { flowOf, type TakedownState } from './takedown.flow.js';
import { TakedownRepository, type Held } from './takedown.repository.js';
import { TakedownContentRepository } from './takedown-content.repository.js';

export interface Known extends FlowHeld {
  blanks: string[];
}

/** What is on file of a request now, and whether somebody may take it a step further. */
@Injectable()
export class KnowTakedown {
  constructor(
    private readonly takedowns: TakedownRepository,
    private readonly contents: TakedownContentRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly ground: GroundRepository,
    private readonly cases: Cases,
    private readonly clock: Clock,
    @Inject(DELIVERY_WAYS) private readonly ways: DeliveryWays,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Tx, { takedown, newest }: Held, proof = false): Promise<Known> {
    const { content } = newest;
    const links = new Map((await this.ground.links(tx, takedown.caseId)).map((l) => [l.addressId, l]));
    const sealed = (addressId: string, exhibits: readonly { exhibitId: string }[]) =>
      exhibits.length > 0 && exhibits.every((e) => links.get(addressId)?.evidence.some((known) => known.exhibitId === e.exhibitId));
    const urls =
      takedown.kind === 'removal'
        ? new Map([...links].map(([id, l]) => [id, l.url]))
        : new Map(content.items.map((i) => [i.addressId, i.url]));
    const ground = await this.cases.groundOf(tx, takedown.caseId);
    const basis = legalBasis(content.legalBasis);
    const way = this.ways.get(content.way);
    const blanks = blanksLeft(content);
    const withdrawal = await this.takedowns.withdrawalOf(tx, takedown.id);
    const needs = onFile({
      fresh: newest.approvedBy === null && !newest.returned,
      caseConfirmed: (await this.cases.get(tx, takedown.caseId)).state === 'confirmed',
      judgedFalse: content.items.every((i) => ground.stands.has(links.get(i.addressId)?.postId ?? i.postId)),
      exactUrls: linksAreExact(content, urls),
      basisCarries:
        basis !== undefined && carries(basis, dayOf(await this.clock.now(tx), this.config.timeZone), takedownTable.office.requester),
      allSealed: content.items.length > 0 && content.items.every((i) => sealed(i.addressId, i.evidence)),
      noBlank: blanks.length === 0,
      approved: newest.approvedBy !== null,
      wayReady: way !== undefined && !way.byHand && way.ready(),
      byHand: way?.byHand === true,
      proof,
      nothingLeft: (await this.deliveries.ofAttempt(tx, takedown.id, takedown.attempt)) === null,
      withdrawalSent: withdrawal?.state === 'sent',
      noWithdrawal: withdrawal === null,
      neverSent: takedown.sentAt === null,
    });
    const authors = await (takedown.state === 'sent' ? this.takedowns.senders(tx, takedown.id) : this.contents.authors(tx, takedown.id));
    return { needs, authors, blanks };
  }

  /** Takes the step, or says what stands against it. The row is not saved yet. */
  async step(tx: Tx, held: Held, to: TakedownState, actor: FlowActor, proof = false): Promise<void> {
    const { takedown } = held;
    const known = await this.run(tx, held, proof);
    const taken = take(flowOf(takedown.kind), takedown.state, to, actor, known);
    if (taken.ok) {
      takedown.state = to;
      return;
    }
    if (taken.reason === 'own-work') throw new Problem(takedown.state === 'sent' ? 'own-sending' : 'own-draft');
    if (taken.reason === 'no-right') throw new Problem('forbidden');
    if (taken.reason === 'no-such-step')
      throw new Problem('no-such-step', { current: { state: takedown.state, version: takedown.version } });
    const lacks = 'lacks' in taken ? taken.lacks : [];
    if (lacks.includes('nothing-left')) throw new Problem('already-leaving');
    if (lacks.includes('no-blank')) throw new Problem('blank-left', { blanks: known.blanks, lacks });
    throw new Problem('takedown-lacks', { lacks });
  }
}
