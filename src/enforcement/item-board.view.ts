import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { notBarred } from '../cases/index.js';
import { takedownTable } from './enforcement-table.js';
import type { ItemState } from './item.flow.js';
import type { BoardItem, ItemBoard } from './takedown-answers.js';

interface Filter {
  state?: ItemState;
  platform?: string;
  overdue?: boolean;
  caseId?: string;
  cursor?: string;
  limit?: number;
}
const refs = [
  ...takedownTable.looks_after_hours.map((h) => `schedule:${h}`),
  ...takedownTable.looks_after_claim_hours.map((h) => `claim:${h}`),
];
/** The looks that are planned for an item, by the index of what is due. */
export const PLANNED = `core.due d WHERE d.kind = 'takedown.look' AND d.fired_at IS NULL AND d.ref IN (${refs.map((ref) => `i.id::text || ':${ref}'`).join(', ')})`;
/** One link that was asked for, with its clocks and what was last seen. */
export const ITEM_LINE = `i.id, i.takedown_id AS "takedownId", i.address_id AS "addressId", i.post_id AS "postId", i.url, i.state, i.version, i.asked_at AS "askedAt", i.due_at AS "dueAt", i.overdue, i.claimed_at AS "claimedAt", i.verified_at AS "verifiedAt",
  (SELECT json_build_object('observation', o.observation, 'at', o.office_at, 'captureId', o.capture_id) FROM crawl.observations o WHERE o.address_id = i.address_id ORDER BY o.office_at DESC, o.recorded_at DESC LIMIT 1) AS "lastSeen",
  (SELECT min(d.due_at) FROM ${PLANNED}) AS "nextLook"`;

/** All links that were asked for, whatever their request, those due first. */
@Injectable()
export class ItemBoardView {
  constructor(private readonly db: Db) {}

  run(actor: { staffId: string }, filter: Filter): Promise<ItemBoard> {
    const limit = filter.limit ?? 50;
    const values = [actor.staffId, filter.state ?? null, filter.platform ?? null, filter.overdue ?? null, filter.caseId ?? null];
    const where = `${notBarred('$1', 'i.case_id')} AND t.state = 'sent' AND ($2::text IS NULL OR i.state = $2) AND ($3::text IS NULL OR t.platform = $3) AND ($4::boolean IS NULL OR i.overdue = $4) AND ($5::uuid IS NULL OR i.case_id = $5)`;
    const from = 'FROM enforcement.items i JOIN enforcement.takedowns t ON t.id = i.takedown_id';
    return this.db.read(async (tx) => {
      const rows = await tx.query<BoardItem[]>(
        `SELECT ${ITEM_LINE}, t.reference, t.platform, t.case_id AS "caseId" ${from} WHERE ${where}
         AND ($6::uuid IS NULL OR (i.due_at, i.id) > (SELECT p.due_at, p.id FROM enforcement.items p WHERE p.id = $6)) ORDER BY i.due_at, i.id LIMIT $7`,
        [...values, filter.cursor ?? null, limit + 1],
      );
      const [{ total, officeNow }] = await tx.query<{ total: number; officeNow: Date }[]>(
        `SELECT count(*)::int AS total, core.office_now() AS "officeNow" ${from} WHERE ${where}`,
        values,
      );
      const items = rows.slice(0, limit);
      return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null, total, officeNow };
    });
  }
}
