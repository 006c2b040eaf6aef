import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { Item } from './item.entity.js';
import type { ItemState, Reply } from './item.flow.js';
import type { ContentItem } from './takedown.js';
import type { TakedownKind } from './takedown.flow.js';
import type { Occasion } from './watch-table.js';

export interface NewReply {
  itemId: string;
  reply: Reply;
  text: string;
  receivedAt: Date;
  by: string | null;
  source: string | null;
  /** the paper on which it came, an exhibit of the case */
  exhibitId: string | null;
}
export type LookReason = Occasion | 'person';

@Injectable()
export class ItemRepository {
  async lock(tx: Tx, takedownId: string | null, id: string, version?: number): Promise<Item> {
    const found = await tx.findOne(Item, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found || (takedownId && found.takedownId !== takedownId)) throw new Problem('missing');
    if (version !== undefined && version !== found.version)
      throw new Problem('stale', { current: { version: found.version, state: found.state } });
    return found;
  }
  find(tx: Tx, id: string): Promise<Item | null> {
    return tx.findOneBy(Item, { id });
  }
  ofTakedown(tx: Tx, takedownId: string): Promise<Item[]> {
    return tx.findBy(Item, { takedownId });
  }
  /** Items of sent requests that ask for this address. */
  async watching(tx: Tx, addressId: string): Promise<string[]> {
    return (
      await tx.query<{ id: string }[]>(
        `SELECT i.id FROM enforcement.items i JOIN enforcement.takedowns t ON t.id = i.takedown_id WHERE i.address_id = $1 AND i.state <> 'withdrawn' AND t.state = 'sent' ORDER BY i.id`,
        [addressId],
      )
    ).map((r) => r.id);
  }
  /** Asked for, again where it was asked for before. */
  async ask(tx: Tx, t: { id: string; caseId: string; kind: TakedownKind }, item: ContentItem, askedAt: Date, dueAt: Date): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO enforcement.items (id, takedown_id, case_id, address_id, post_id, url, state, asked_at, due_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (takedown_id, address_id) DO UPDATE SET state = EXCLUDED.state, version = enforcement.items.version + 1, asked_at = EXCLUDED.asked_at, due_at = EXCLUDED.due_at, overdue = false, claimed_at = NULL, verified_at = NULL RETURNING id`,
      [
        randomUUID(),
        t.id,
        t.caseId,
        item.addressId,
        item.postId,
        item.url,
        t.kind === 'removal' ? 'awaiting' : 'asked-back',
        askedAt,
        dueAt,
      ],
    );
    return row.id;
  }
  async save(tx: Tx, item: Item): Promise<number> {
    item.version += 1;
    await tx.query('UPDATE enforcement.items SET state = $2, version = $3, overdue = $4, claimed_at = $5, verified_at = $6 WHERE id = $1', [
      item.id,
      item.state,
      item.version,
      item.overdue,
      item.claimedAt,
      item.verifiedAt,
    ]);
    return item.version;
  }
  async step(
    tx: Tx,
    itemId: string,
    from: ItemState,
    to: ItemState,
    ground: { captures?: string[]; replyId?: string } = {},
  ): Promise<void> {
    await tx.query('INSERT INTO enforcement.item_steps (item_id, from_state, to_state, captures, reply_id) VALUES ($1, $2, $3, $4, $5)', [
      itemId,
      from,
      to,
      ground.captures ?? [],
      ground.replyId ?? null,
    ]);
  }
  /** The id of the reply; null when the other side said the same before. */
  async reply(tx: Tx, r: NewReply): Promise<string | null> {
    const rows = await tx.query<{ id: string }[]>(
      'INSERT INTO enforcement.item_replies (id, item_id, reply, text, received_at, recorded_by, source, exhibit_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (item_id, source) DO NOTHING RETURNING id',
      [randomUUID(), r.itemId, r.reply, r.text, r.receivedAt, r.by, r.source, r.exhibitId],
    );
    return rows[0]?.id ?? null;
  }
  async look(tx: Tx, itemId: string, captureId: string, why: LookReason, by: string | null): Promise<void> {
    await tx.query(
      'INSERT INTO enforcement.item_looks (item_id, capture_id, why, ordered_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [itemId, captureId, why, by],
    );
  }
}
