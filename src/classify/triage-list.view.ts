import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { Page } from '../core/http/answer.js';
import { Problem } from '../core/problem/problem.js';
import type { Factor } from './priority.js';
import { readCursor, writeCursor } from './queue-cursor.js';
import type { LabelledFactor, TriageLine } from './triage-answers.js';
import { triageTable } from './triage-table.js';

export interface QueueFilter {
  state?: 'waiting' | 'judged';
  platform?: string;
  topic?: string;
  q?: string;
  cursor?: string;
  limit?: number;
}
interface Row extends TriageLine {
  k1: string;
  k2: string;
}

const OPEN = `(t.state = 'waiting' OR t.look_again)`;
const JUDGED = `(t.state = 'judged' AND NOT t.look_again)`;
const ITEM = `t.id, t.post_id AS "postId", t.platform, t.topic, t.state, t.look_again AS "lookAgain", t.version, t.priority, t.factors, t.reports, t.received_at AS "receivedAt", t.capture_id AS "captureId",
  left(regexp_replace(coalesce(nullif(trim(t.text), ''), (SELECT c.title FROM crawl.captures c WHERE c.id = t.capture_id), (SELECT a.url FROM intake.addresses a WHERE a.post_id = t.post_id ORDER BY a.created_at LIMIT 1), ''), '\\s+', ' ', 'g'), 160) AS "firstLine",
  (SELECT json_build_object('state', c.state, 'outcome', c.outcome) FROM crawl.captures c WHERE c.post_id = t.post_id ORDER BY c.ordered_at DESC LIMIT 1) AS capture,
  (SELECT json_build_object('id', m.claim_id, 'text', v.wordings -> 0 ->> 'text', 'score', m.score, 'strength', m.strength) FROM classify.matches m
     JOIN classify.claims k ON k.current_version_id = m.version_id AND k.state = 'approved' JOIN classify.claim_versions v ON v.id = m.version_id
     WHERE m.item_id = t.id AND m.text_sha256 = t.text_sha256 AND m.decision IS DISTINCT FROM 'rejected' ORDER BY m.score DESC LIMIT 1) AS "topClaim",
  CASE WHEN t.lease_until > clock_timestamp() THEN json_build_object('staffId', t.lease_by, 'name', (SELECT s.name FROM core.staff s WHERE s.id = t.lease_by), 'until', t.lease_until) END AS lease,
  (SELECT json_build_object('judgement', j.judgement, 'by', s.name, 'at', j.judged_at) FROM classify.judgements j LEFT JOIN core.staff s ON s.id = j.judged_by
     WHERE j.item_id = t.id AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1) AS judgement`;

/** The queue: the most urgent first; what was judged: the newest first. */
@Injectable()
export class TriageListView {
  constructor(private readonly db: Db) {}

  list(filter: QueueFilter): Promise<Page<TriageLine>> {
    const limit = Math.min(filter.limit ?? 50, 100);
    const { sql, values } = queueQuery(filter, limit + 1);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Row[]>(sql, values);
      const page = rows.slice(0, limit);
      const last = page[page.length - 1];
      const judged = filter.state === 'judged';
      return {
        items: page.map(({ k1: _k1, k2: _k2, ...item }) => ({ ...item, factors: labelled(item.factors) })),
        nextCursor: rows.length > limit ? writeCursor(judged ? [last.k1, last.id] : [Number(last.k1), last.k2, last.id]) : null,
      };
    });
  }
}

export const labelled = (factors: Factor[]): LabelledFactor[] => factors.map((f) => ({ ...f, label: triageTable.labels[f.name] }));

/** The page is chosen by index first, and only its rows are dressed. */
export function queueQuery(filter: QueueFilter, rows: number): { sql: string; values: unknown[] } {
  const judged = filter.state === 'judged';
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const where = [judged ? JUDGED : OPEN];
  if (filter.platform) where.push(`t.platform = ${put(filter.platform)}`);
  if (filter.topic) where.push(`t.topic = ${put(filter.topic)}`);
  if (filter.q?.trim())
    where.push(`to_tsvector('simple', left(coalesce(t.text, ''), 20000)) @@ plainto_tsquery('simple', ${put(filter.q)})`);
  if (filter.cursor) {
    const keys = readCursor(filter.cursor, judged ? ['time', 'id'] : ['number', 'time', 'id']);
    if (!keys) throw new Problem('invalid', { detail: 'This cursor belongs to no list' });
    where.push(
      judged
        ? `(t.judged_at, t.id) < (${put(keys[0])}::timestamptz, ${put(keys[1])}::uuid)`
        : `((-t.priority), t.received_at, t.id) > (${put(keys[0])}, ${put(keys[1])}::timestamptz, ${put(keys[2])}::uuid)`,
    );
  }
  const order = judged ? 't.judged_at DESC, t.id DESC' : '(-t.priority), t.received_at, t.id';
  const keys = judged ? `t.judged_at::text AS k1, '' AS k2` : `(-t.priority)::text AS k1, t.received_at::text AS k2`;
  return {
    sql: `WITH page AS MATERIALIZED (SELECT t.* FROM classify.triage_items t WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${put(rows)})
          SELECT ${ITEM}, ${keys} FROM page t ORDER BY ${order}`,
    values,
  };
}
