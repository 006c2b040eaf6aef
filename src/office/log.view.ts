import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Moment, Page } from '../core/http/answer.js';

export interface LogFilter {
  type?: string;
  subject?: string;
  actor?: string;
  cursor?: string;
  limit?: number;
}
export interface LogLine {
  position: string;
  seq: number | null;
  id: string;
  type: string;
  recordedAt: Moment;
  officeAt: Moment;
  actor: string | null;
  actorName: string | null;
  subject: string | null;
  public: Record<string, unknown>;
  office: Record<string, unknown> | null;
}
export interface LogPage extends Page<LogLine> {
  sealedTo: number;
  types: string[];
}

const LINE = `e.position::text AS position, s.seq::float8 AS seq, e.id, e.type, e.office ->> 'recordedAt' AS "recordedAt", e.office ->> 'officeAt' AS "officeAt",
  e.office ->> 'actor' AS actor, u.name AS "actorName", e.subject, e.public - '{format,id,type,v,recordedAt,officeAt,part,nonce}'::text[] AS public, e.office -> 'data' AS office`;

/** Every type that occurs, by one step down the index for each. */
const TYPES = `WITH RECURSIVE t AS (SELECT min(type) AS type FROM core.events UNION ALL SELECT (SELECT min(e.type) FROM core.events e WHERE e.type > t.type) FROM t WHERE t.type IS NOT NULL)
  SELECT type FROM t WHERE type IS NOT NULL ORDER BY type`;

/** The log as it stands, newest first; what is not sealed yet has no seq. */
@Injectable()
export class LogView {
  constructor(private readonly db: Db) {}

  list(actor: { staffId: string }, filter: LogFilter): Promise<LogPage> {
    const limit = filter.limit ?? 50;
    return this.db.read(async (tx) => {
      const barred = await tx.query<{ id: string }[]>('SELECT DISTINCT case_id AS id FROM cases.parties WHERE staff_id = $1', [
        actor.staffId,
      ]);
      const types = (await tx.query<{ type: string }[]>(TYPES)).map((t) => t.type);
      const values: unknown[] = [];
      const value = (v: unknown) => `$${values.push(v)}`;
      const where = ['true'];
      if (filter.type) where.push(`e.type = ANY(${value(types.filter((t) => t === filter.type || t.startsWith(`${filter.type}.`)))})`);
      if (filter.subject) where.push(`e.subject = ${value(filter.subject)}`);
      if (filter.actor) where.push(`e.office ->> 'actor' = ${value(filter.actor)}`);
      if (filter.cursor) where.push(`e.position < ${value(filter.cursor)}`);
      if (barred.length > 0) where.push(`coalesce(e.office -> 'data' ->> 'caseId', '') <> ALL(${value(barred.map((b) => b.id))}::text[])`);
      const rows = await tx.query<LogLine[]>(
        `SELECT ${LINE} FROM core.events e LEFT JOIN core.seals s ON s.event_id = e.id LEFT JOIN core.staff u ON u.id::text = e.office ->> 'actor'
         WHERE ${where.join(' AND ')} ORDER BY e.position DESC LIMIT ${value(limit + 1)}`,
        values,
      );
      const [{ to }] = await tx.query<{ to: number }[]>('SELECT coalesce(max(seq), 0)::float8 AS to FROM core.seals');
      const items = rows.slice(0, limit);
      return { items, nextCursor: rows.length > limit ? items[items.length - 1].position : null, sealedTo: to, types };
    });
  }
}
