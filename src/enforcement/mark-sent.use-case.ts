import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock/clock.js';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Cases } from '../cases/index.js';
import { legalBasis, takedownTable } from './enforcement-table.js';
import { ItemRepository } from './item.repository.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { PlanLooks } from './plan-looks.use-case.js';
import { TakedownRepository, type Held } from './takedown.repository.js';
import { WithdrawItems } from './withdraw-items.use-case.js';
import { WriteWithdrawal } from './write-withdrawal.use-case.js';
import './events.js';

export const OVERDUE = 'takedown.overdue';
export const POLL = 'takedown.poll';
const HOUR = 3_600_000;

/** What follows when a request has left: its items wait, their clocks run, looks are planned; a withdrawal ends what it withdraws, and its own items wait to be restored. */
@Injectable()
export class MarkSent {
  constructor(
    private readonly takedowns: TakedownRepository,
    private readonly items: ItemRepository,
    private readonly cases: Cases,
    private readonly know: KnowTakedown,
    private readonly ending: WithdrawItems,
    private readonly withdrawing: WriteWithdrawal,
    private readonly planning: PlanLooks,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** On a locked request that took its step already. */
  async run(tx: Tx, { takedown, newest }: Held, deliveryId: string, rawSha256: string, by: string | null): Promise<number> {
    const { content } = newest;
    const now = await this.clock.now(tx);
    const again = takedown.sentAt !== null;
    takedown.leavesAt = null;
    takedown.sentAt = now;
    const version = await this.takedowns.save(tx, takedown);
    await this.log.append(tx, {
      type: 'takedown.sent',
      v: 2,
      public: {
        kind: takedown.kind,
        platform: takedown.platform,
        topic: await this.cases.topic(tx, takedown.caseId),
        act: takedown.id,
        way: content.way,
        basis: content.legalBasis,
        items: content.items.length,
        again,
      },
      office: { takedownId: takedown.id, caseId: takedown.caseId, deliveryId, contentSha256: newest.sha256, rawSha256 },
      actor: by,
      subject: takedown.id,
    });
    if (takedown.withdraws) await this.endWithdrawn(tx, takedown.withdraws, by);
    await this.startClocks(tx, { takedown, newest }, now);
    return version;
  }

  private async startClocks(tx: Tx, { takedown, newest }: Held, now: Date): Promise<void> {
    const removal = takedown.kind === 'removal';
    const hours = removal ? legalBasis(newest.content.legalBasis)!.hours : takedownTable.answer_to_withdrawal_hours;
    const dueAt = new Date(now.getTime() + hours * HOUR);
    const asked = new Set<string>();
    for (const item of newest.content.items) {
      const itemId = await this.items.ask(tx, takedown, item, now, dueAt);
      asked.add(itemId);
      await this.clock.schedule(tx, { kind: OVERDUE, ref: itemId, at: dueAt });
      await this.planning.run(tx, itemId, removal ? 'schedule' : 'restoration', now);
    }
    if (newest.content.way === 'inbox')
      await this.clock.schedule(tx, { kind: POLL, ref: takedown.id, at: new Date(now.getTime() + takedownTable.poll_minutes * 60_000) });
    if (!removal) return;
    for (const left of (await this.items.ofTakedown(tx, takedown.id)).filter((i) => !asked.has(i.id)))
      await this.ending.run(tx, takedown, left.id);
    if ((await this.cases.get(tx, takedown.caseId)).state === 'dismissed') await this.withdrawing.run(tx, takedown.id, null);
  }
  private async endWithdrawn(tx: Tx, id: string, by: string | null): Promise<void> {
    const held = await this.takedowns.lock(tx, null, id);
    if (held.takedown.state === 'withdrawn') return; // the withdrawal left before, came back, and left again
    await this.know.step(tx, held, 'withdrawn', { staffId: null, rights: new Set(), system: true });
    await this.takedowns.save(tx, held.takedown);
    await this.log.append(tx, {
      type: 'takedown.withdrawn',
      v: 2,
      public: {
        kind: 'removal',
        platform: held.takedown.platform,
        topic: await this.cases.topic(tx, held.takedown.caseId),
        act: id,
        sent: true,
      },
      office: { takedownId: id, caseId: held.takedown.caseId },
      actor: by,
      subject: id,
    });
    for (const item of await this.items.ofTakedown(tx, id)) await this.ending.run(tx, held.takedown, item.id);
  }
}
