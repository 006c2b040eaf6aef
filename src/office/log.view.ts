import { Injectable } from '@nestjs/common';
import { firstLine } from '../core/database/cut-at-word.js';
import { Db } from '../core/database/db.js';
import type { Moment, Page } from '../core/http/answer.js';
import { CheckLog, type LogCheck } from './check-log.use-case.js';
import { LogConditions, type LogFilter } from './log-conditions.view.js';

export interface LogRecord {
  kind: 'takedown' | 'penalty' | 'violation' | 'case' | 'correction' | 'claim' | 'triage' | 'staff';
  id: string;
  label: string | null;
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
  /** what it is about, for a link */
  record: LogRecord | null;
}
export interface LogPerson {
  id: string;
  name: string;
}
export interface LogPage extends Page<LogLine> {
  sealedTo: number;
  types: string[];
  people: LogPerson[];
}
/** How far the chain reaches, and what was found when it was checked last. */
export interface LogState {
  sealedTo: number;
  waiting: number;
  check: LogCheck | null;
}

const PEOPLE = 500;
const id = (name: string) => `(e.office -> 'data' ->> '${name}')`;
const labelled = (kind: string, name: string, label: string) =>
  `WHEN ${id(name)} IS NOT NULL THEN json_build_object('kind', '${kind}', 'id', ${id(name)}, 'label', (${label} = ${id(name)}::uuid))`;
const FIRST_LINE = firstLine('t.text', 120);
/** The nearest record that has a screen, with what that screen calls it. */
const RECORD = `CASE
  ${labelled('takedown', 'takedownId', 'SELECT t.reference FROM enforcement.takedowns t WHERE t.id')}
  ${labelled('penalty', 'penaltyId', 'SELECT coalesce(p.number, v.reference) FROM enforcement.penalties p JOIN enforcement.violations v ON v.id = p.violation_id WHERE p.id')}
  ${labelled('violation', 'violationId', 'SELECT v.reference FROM enforcement.violations v WHERE v.id')}
  ${labelled('case', 'caseId', 'SELECT c.number FROM cases.cases c WHERE c.id')}
  ${labelled('correction', 'correctionId', `SELECT (SELECT coalesce(nullif(x.content -> 'vi' ->> 'title', ''), x.content -> 'vi' ->> 'said') FROM publication.correction_contents x WHERE x.correction_id = c.id ORDER BY x.number DESC LIMIT 1) FROM publication.corrections c WHERE c.id`)}
  ${labelled('claim', 'claimId', `SELECT (SELECT v.wordings -> 0 ->> 'text' FROM classify.claim_versions v WHERE v.claim_id = c.id ORDER BY v.number DESC LIMIT 1) FROM classify.claims c WHERE c.id`)}
  ${labelled('triage', 'itemId', `SELECT ${FIRST_LINE} FROM classify.triage_items t WHERE t.id`)}
  WHEN ${id('postId')} IS NOT NULL THEN (SELECT json_build_object('kind', 'triage', 'id', t.id, 'label', ${FIRST_LINE}) FROM classify.triage_items t WHERE t.post_id = ${id('postId')}::uuid LIMIT 1)
  ${labelled('staff', 'staffId', 'SELECT s.name FROM core.staff s WHERE s.id')}
  END`;
export const LOG_LINE = `e.position::text AS position, s.seq::float8 AS seq, e.id, e.type, e.office ->> 'recordedAt' AS "recordedAt", e.office ->> 'officeAt' AS "officeAt",
  e.office ->> 'actor' AS actor, u.name AS "actorName", e.subject, e.public - '{format,id,type,v,recordedAt,officeAt,part,nonce}'::text[] AS public, e.office -> 'data' AS office, ${RECORD} AS record`;
/** SQL: events `e` with their seals `s` and who acted, `u`. */
export const OF_LOG = `core.events e LEFT JOIN core.seals s ON s.event_id = e.id LEFT JOIN core.staff u ON u.id::text = e.office ->> 'actor'`;

/** Every type that occurs, by one step down the index for each. */
const TYPES = `WITH RECURSIVE t AS (SELECT min(type) AS type FROM core.events UNION ALL SELECT (SELECT min(e.type) FROM core.events e WHERE e.type > t.type) FROM t WHERE t.type IS NOT NULL)
  SELECT type FROM t WHERE type IS NOT NULL ORDER BY type`;

/** The log as it stands, newest first; what is not sealed yet has no seq. */
@Injectable()
export class LogView {
  constructor(
    private readonly db: Db,
    private readonly check: CheckLog,
    private readonly conditions: LogConditions,
  ) {}

  state(): Promise<LogState> {
    return this.db.read(async (tx) => {
      const [row] = await tx.query<{ sealedTo: number; waiting: number }[]>(
        'SELECT (SELECT coalesce(max(seq), 0)::float8 FROM core.seals) AS "sealedTo", (SELECT count(*)::int FROM core.unsealed) AS waiting',
      );
      return { ...row, check: this.check.now() };
    });
  }

  list(actor: { staffId: string }, filter: LogFilter): Promise<LogPage> {
    const limit = filter.limit ?? 50;
    return this.db.read(async (tx) => {
      const types = (await tx.query<{ type: string }[]>(TYPES)).map((t) => t.type);
      const { where, values } = await this.conditions.of(tx, actor, filter, types);
      const rows = await tx.query<LogLine[]>(
        `SELECT ${LOG_LINE} FROM ${OF_LOG}
         WHERE ${where} ORDER BY e.position DESC LIMIT ${limit + 1}`,
        values,
      );
      const [{ to }] = await tx.query<{ to: number }[]>('SELECT coalesce(max(seq), 0)::float8 AS to FROM core.seals');
      const items = rows.slice(0, limit);
      const people = filter.cursor
        ? []
        : await tx.query<{ id: string; name: string }[]>(`SELECT id, name FROM core.staff ORDER BY name, id LIMIT ${PEOPLE}`);
      return { items, nextCursor: rows.length > limit ? items[items.length - 1].position : null, sealedTo: to, types, people };
    });
  }
}
