import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import { missedClaim } from '../trials/matching-stands.view.js';
import type { RulesSwitch } from './drift-answers.js';
import type { DriftBy } from './drift-table.js';
import type { DecisionCount, LookCount, SampleCount } from './figures.js';

/** Days from `from` on and before `to`, told apart by the start of their day, week or month; `all`: not told apart. */
export interface Range {
  by: DriftBy | 'all';
  from: string;
  to: string;
}
export type InColumn<T> = T & { from: string };

/** SQL: where the column of a day begins, for the range `$1`, `$2`. */
const column = (day: string) =>
  `CASE WHEN $1 = 'all' THEN $2::date ELSE date_trunc(nullif($1, 'all'), ${day}::timestamp)::date END::text AS "from"`;
const inRange = (day: string) => `${day} >= $2::date AND ${day} < $3::date`;

/** Days first, and of these weeks: a day is told at a glance, the start of its week is not. */
export const LOOKS = `
  SELECT ${column('d.day')}, d.strength, d.stance, d.language, d.bin, sum(d.n)::int AS n, sum(d.log)::float8 AS "logLetters", sum(d.measured)::int AS measured, sum(d.words)::float8 AS words, sum(d.unknown)::float8 AS unknown
  FROM (SELECT l.day, l.strength, l.stance, l.language, CASE WHEN l.rules_id = $4 THEN width_bucket(l.score::float8, $5::float8[]) END AS bin, count(*) AS n,
          coalesce(sum(ln(greatest(l.letters, 1)::float8)), 0) AS log, count(l.letters) AS measured, coalesce(sum(l.words), 0) AS words, coalesce(sum(l.unknown), 0) AS unknown
        FROM classify.looks l WHERE ${inRange('l.day')} AND ($6::int IS NULL OR l.rules_id = $6) GROUP BY 1, 2, 3, 4, 5) d
  GROUP BY 1, 2, 3, 4, 5`;
const ZONED = (at: string) => `(${at} AT TIME ZONE $4)`;
const SPAN = (at: string) => `${at} >= ($2::date::timestamp AT TIME ZONE $4) AND ${at} < ($3::date::timestamp AT TIME ZONE $4)`;
export const DECISIONS = `
  SELECT ${column(`${ZONED('m.decided_at')}::date`)}, m.strength, m.decision, count(*)::int AS n FROM classify.matches m
  WHERE m.decision IS NOT NULL AND m.strength IS NOT NULL AND ${SPAN('m.decided_at')} GROUP BY 1, 2, 3`;
const SAMPLE = `
  SELECT ${column(`${ZONED('t.judged_at')}::date`)}, count(*)::int AS judged, count(*) FILTER (WHERE ${missedClaim('t')})::int AS missed
  FROM classify.triage_items t WHERE t.sampled AND t.state = 'judged' AND ${SPAN('t.judged_at')} GROUP BY 1`;

/** What the figures of drift are counted from. */
@Injectable()
export class DriftRepository {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Starts of so many columns, up to the one of today. */
  async starts(tx: Tx, by: DriftBy, many: number): Promise<{ starts: string[]; tomorrow: string }> {
    const [row] = await tx.query<{ starts: string[]; tomorrow: string }[]>(
      `SELECT array_agg(s::date::text ORDER BY s) AS starts, ((core.office_now() AT TIME ZONE $3)::date + 1)::text AS tomorrow
       FROM generate_series(0, $2 - 1) n CROSS JOIN LATERAL (SELECT date_trunc($1, core.office_now() AT TIME ZONE $3) - n * ('1 ' || $1)::interval AS s) s`,
      [by, many, this.config.timeZone],
    );
    return row;
  }
  /** Of all rules, or of one; the bin of a score is told where it was made by these. */
  looks(tx: Tx, { by, from, to }: Range, of: { rulesId: number | null; only: boolean; bins: number[] }): Promise<InColumn<LookCount>[]> {
    return tx.query<InColumn<LookCount>[]>(LOOKS, [by, from, to, of.rulesId, of.bins, of.only ? of.rulesId : null]);
  }
  decisions(tx: Tx, { by, from, to }: Range): Promise<InColumn<DecisionCount>[]> {
    return tx.query<InColumn<DecisionCount>[]>(DECISIONS, [by, from, to, this.config.timeZone]);
  }
  sample(tx: Tx, { by, from, to }: Range): Promise<InColumn<SampleCount>[]> {
    return tx.query<InColumn<SampleCount>[]>(SAMPLE, [by, from, to, this.config.timeZone]);
  }
  /** Every set of rules that posts were looked at by, the earliest first. */
  switches(tx: Tx): Promise<(RulesSwitch & { id: number })[]> {
    return tx.query<(RulesSwitch & { id: number })[]>(
      `SELECT r.id, (r.since AT TIME ZONE $1)::date::text AS "on", r.trial_id AS "trialId", t.number AS "trialNumber", r.model, r.suggest, r.strong
       FROM classify.matching_rules r LEFT JOIN classify.trials t ON t.id = r.trial_id ORDER BY r.since, r.id`,
      [this.config.timeZone],
    );
  }
}
