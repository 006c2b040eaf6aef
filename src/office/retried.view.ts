import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Reader } from './section.js';
import { gaveUp } from './office-table.js';
import type { Label } from '../core/glossary/glossary.js';

/** What became of work that was sent again within the last day. */
export interface RetriedWork {
  handler: string;
  waiting: number;
  done: number;
  /** given up once more */
  dead: number;
  meaning: Label;
}
const RETRIED = `SELECT d.handler, count(*) FILTER (WHERE d.state = 'waiting')::int AS waiting, count(*) FILTER (WHERE d.state = 'done')::int AS done, count(*) FILTER (WHERE d.state = 'dead')::int AS dead
  FROM (SELECT DISTINCT (e.office #>> '{data,deliveryId}')::uuid AS id FROM core.events e WHERE e.type = 'delivery.retried' AND e.office ->> 'recordedAt' > $1) a
  JOIN core.deliveries d ON d.id = a.id GROUP BY d.handler ORDER BY d.handler LIMIT 100`;
const DAY_MS = 86_400_000;

@Injectable()
export class RetriedView {
  async run(tx: Tx, reader: Reader): Promise<RetriedWork[]> {
    if (!reader.rights.has('delivery.retry')) return [];
    const since = new Date(Date.now() - DAY_MS).toISOString();
    const rows = await tx.query<Omit<RetriedWork, 'meaning'>[]>(RETRIED, [since]);
    return rows.map((row) => ({ ...row, meaning: gaveUp(row.handler, row.waiting + row.done + row.dead) }));
  }
}
