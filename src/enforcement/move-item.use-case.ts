import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { take } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import { Cases } from '../cases/index.js';
import { Observations, Routes } from '../crawl/index.js';
import { isClaim, itemFlowOf, type RemovalReply, type Reply } from './item.flow.js';
import type { Item } from './item.entity.js';
import { ItemRepository } from './item.repository.js';
import { PlanLooks } from './plan-looks.use-case.js';
import { isUnanswered, movedByLooks } from './removal.js';
import { restoredByLooks } from './restoration.js';
import type { Takedown } from './takedown.entity.js';
import { watchTable } from './watch-table.js';
import './events.js';
import './problems.js';

export interface Told {
  reply: Reply;
  text: string;
  receivedAt: Date;
  by: string | null;
  source: string | null;
  exhibitId: string | null;
}
const HOUSE = { staffId: null, rights: new Set<string>(), system: true };

/** Moves an item by what was seen of its link and by what was answered. */
@Injectable()
export class MoveItem {
  constructor(
    private readonly items: ItemRepository,
    private readonly observations: Observations,
    private readonly routes: Routes,
    private readonly cases: Cases,
    private readonly planning: PlanLooks,
    private readonly log: Log,
  ) {}

  async byLooks(tx: Tx, takedown: Takedown, item: Item): Promise<void> {
    const looks = await this.observations.list(tx, item.addressId);
    const needs = { hoursApart: watchTable.hours_apart, ways: this.routes.names.length };
    const moved = takedown.kind === 'removal' ? movedByLooks(item, looks, needs) : restoredByLooks(item, looks);
    if (!moved) return;
    const from = item.state;
    const need = moved.to === 'verified-removed' ? 'seen-gone-twice' : 'seen-present';
    if (!take(itemFlowOf(takedown.kind), from, moved.to, HOUSE, { needs: new Set([need]), authors: new Set() }).ok) return;
    item.state = moved.to;
    if (moved.to !== 'reappeared') item.overdue = false;
    if (moved.to === 'verified-removed') item.verifiedAt = moved.at;
    await this.items.save(tx, item);
    await this.items.step(tx, item.id, from, moved.to, { captures: moved.captures });
    const told = { office: { ...ids(takedown, item), captures: moved.captures }, subject: takedown.id };
    if (moved.to === 'restored') return void (await this.log.append(tx, { ...told, type: 'item.restored', v: 1, public: {} }));
    await this.planning.run(tx, item.id, moved.to === 'reappeared' ? 'reappearance' : 'removal', moved.at);
    const shown = await this.shown(tx, takedown, item);
    if (moved.to === 'reappeared') return void (await this.log.append(tx, { ...told, type: 'item.reappeared', v: 2, public: shown }));
    const hours = Math.max(0, Math.floor((moved.at.getTime() - item.askedAt.getTime()) / 3_600_000));
    await this.log.append(tx, { ...told, type: 'item.verified-removed', v: 2, public: { ...shown, hours } });
  }

  /** The version of the item; null when the other side said this before. */
  async byReply(tx: Tx, takedown: Takedown, item: Item, told: Told): Promise<number | null> {
    if (told.source && item.state === told.reply) return null;
    const actor = told.by ? { staffId: told.by, rights: new Set(['takedown.send']) } : HOUSE;
    const taken = take(itemFlowOf(takedown.kind), item.state, told.reply, actor, { needs: new Set(['reply']), authors: new Set() });
    if (!taken.ok) {
      if (!told.by) return null;
      throw new Problem('no-such-step', { current: { state: item.state, version: item.version } });
    }
    const replyId = await this.items.reply(tx, { itemId: item.id, ...told });
    if (!replyId) return null;
    const from = item.state;
    Object.assign(item, {
      state: told.reply,
      overdue: false,
      claimedAt: isClaim(told.reply) ? told.receivedAt : item.claimedAt,
    });
    const version = await this.items.save(tx, item);
    await this.items.step(tx, item.id, from, told.reply, { replyId });
    const answered = { office: { ...ids(takedown, item), replyId }, actor: told.by, subject: takedown.id };
    if (takedown.kind === 'withdrawal') await this.log.append(tx, { ...answered, type: 'item.restoration-replied', v: 1, public: {} });
    else {
      const shown = { ...(await this.shown(tx, takedown, item)), reply: told.reply as RemovalReply };
      await this.log.append(tx, { ...answered, type: 'item.replied', v: 2, public: shown });
    }
    if (isClaim(told.reply)) await this.planning.run(tx, item.id, 'claim', told.receivedAt);
    return version;
  }

  async overdue(tx: Tx, takedown: Takedown, item: Item): Promise<void> {
    if (item.overdue || !isUnanswered(item.state)) return;
    item.overdue = true;
    await this.items.save(tx, item);
    const late = { office: ids(takedown, item), subject: takedown.id };
    if (takedown.kind === 'withdrawal') await this.log.append(tx, { ...late, type: 'item.restoration-overdue', v: 1, public: {} });
    else await this.log.append(tx, { ...late, type: 'item.overdue', v: 2, public: await this.shown(tx, takedown, item) });
  }

  private async shown(tx: Tx, { id, caseId, platform }: Takedown, item: Item) {
    return { platform, topic: await this.cases.topic(tx, caseId), act: id, item: item.id };
  }
}
const ids = (t: Takedown, i: Item) => ({ takedownId: t.id, caseId: t.caseId, itemId: i.id, postId: i.postId, addressId: i.addressId });
