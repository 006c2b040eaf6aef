import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { cutAtWord } from '../../core/database/cut-at-word.js';
import { Db } from '../../core/database/db.js';
import { Keyset, type Placed } from '../../core/database/keyset.js';
import { unbarred } from '../../core/identity/bars.js';
import { saysClaim } from '../../classify/index.js';
import type { ToldLine, ToldPage } from './overview.js';

/** SQL: reports from `$1` to before `$3`, by the links `l` that they have now, and what the post `p` of such a link was merged into. */
export const TOLD = `intake.report_posts l LEFT JOIN intake.posts p ON p.id = l.post_id AND p.merged_into IS NOT NULL
  WHERE l.ended_at IS NULL AND l.reported_at >= $1 AND l.reported_at < $3`;
/** SQL: the post that such a report is about. */
export const TOLD_OF = 'coalesce(p.merged_into, l.post_id)';

export interface ToldFilter {
  topic?: string;
  claimId?: string;
  platform?: string;
  from: string;
  to: string;
  cursor?: string;
  limit?: number;
}
const NEWEST = new Keyset({ sql: 'told.at', kind: 'time', backwards: true }, { sql: 'told.id', kind: 'id', backwards: true });

/** The reports behind what rises, newest first. */
@Injectable()
export class ToldView {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(reader: { staffId: string }, filter: ToldFilter): Promise<ToldPage> {
    const limit = filter.limit ?? 50;
    const values: unknown[] = [
      ...[filter.from, this.config.timeZone, filter.to, filter.topic ?? null, filter.platform ?? null, filter.claimId ?? null],
      reader.staffId,
    ];
    const put = (value: unknown) => `$${values.push(value)}`;
    const after = NEWEST.after(filter.cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<ToldLine>[]>(
        `WITH told AS (SELECT l.report_id AS id, l.reported_at AS at, ${TOLD_OF} AS post, l.address_id FROM ${TOLD.replace('$1', midnight('$1', '$2')).replace('$3', midnight('$3', '$2', 1))})
         SELECT ${NEWEST.place}, told.id, told.post AS "postId", ${cutAtWord('coalesce(a.url, a.text)', 300)} AS label, t.platform, t.topic, told.at AS "receivedAt"
         FROM told JOIN classify.triage_items t ON t.post_id = told.post JOIN intake.addresses a ON a.id = told.address_id
         WHERE ($4::text IS NULL OR t.topic = $4) AND ($5::text IS NULL OR t.platform = $5) AND ($6::uuid IS NULL OR EXISTS (SELECT 1 FROM ${saysClaim('t')} AND m.claim_id = $6))
           AND ${unbarred('$7::uuid', 'told.post')} AND ${after}
         ORDER BY ${NEWEST.by} LIMIT ${put(limit + 1)}`,
        values,
      );
      return NEWEST.page(rows, limit);
    });
  }
}
const midnight = (day: string, zone: string, ahead = 0): string => `((${day}::date + ${ahead})::timestamp AT TIME ZONE ${zone})`;
