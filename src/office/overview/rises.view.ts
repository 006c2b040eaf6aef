import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { unbarred } from '../../core/identity/bars.js';
import { STANDING_CLAIM, sureMatch } from '../../classify/index.js';
import type { Reader } from '../section.js';
import { TOLD, TOLD_OF } from './told.view.js';
import type { PeriodMeasure, Rise } from './overview.js';
import { overviewTable } from './overview-table.js';
import { percentOf, type OverviewPeriod } from './period.js';

interface Row {
  measure: 'reports' | 'posts';
  kind: Rise['kind'];
  key: string;
  now: number;
  before: number;
}
const KINDS = ['topic', 'claim', 'platform'] as const;
/** Reports of the two spans by the post that they are about, and the posts that were first heard of in them; a claim is told by each post that says it. Post by post, since they are few beside all there are. */
const COUNTED = `
  WITH told AS MATERIALIZED (SELECT ${TOLD_OF} AS post, (l.reported_at >= $2)::int AS late, count(*)::int AS n FROM ${TOLD} GROUP BY 1, 2),
  counted AS MATERIALIZED (
    SELECT 'reports' AS measure, t.id, t.text_sha256, t.topic, t.platform, told.late, told.n FROM told CROSS JOIN LATERAL (SELECT * FROM classify.triage_items x WHERE x.post_id = told.post LIMIT 1) t WHERE ${unbarred('$4::uuid', 'told.post')}
    UNION ALL SELECT 'posts', t.id, t.text_sha256, t.topic, t.platform, (t.received_at >= $2)::int, 1 FROM classify.triage_items t WHERE t.state <> 'merged' AND t.received_at >= $1 AND t.received_at < $3 AND ${unbarred('$4::uuid', 't.post_id')}),
  said AS MATERIALIZED (SELECT DISTINCT t.id, m.claim_id FROM (SELECT DISTINCT id, text_sha256 FROM counted) t
    CROSS JOIN LATERAL (SELECT m.claim_id, m.version_id FROM classify.matches m WHERE ${sureMatch('t')} OFFSET 0) m JOIN ${STANDING_CLAIM}),
  named AS (
    SELECT measure, 'topic' AS kind, topic AS key, late, n FROM counted WHERE topic IS NOT NULL
    UNION ALL SELECT measure, 'platform', platform, late, n FROM counted WHERE platform IS NOT NULL
    UNION ALL SELECT c.measure, 'claim', s.claim_id::text, c.late, c.n FROM counted c JOIN said s ON s.id = c.id)
  SELECT measure, kind, key, coalesce(sum(n) FILTER (WHERE late = 1), 0)::int AS now, coalesce(sum(n) FILTER (WHERE late = 0), 0)::int AS before FROM named GROUP BY measure, kind, key`;
const WORDING = `SELECT c.id, (SELECT v.wordings -> 0 ->> 'text' FROM classify.claim_versions v WHERE v.id = c.current_version_id) AS label FROM classify.claims c WHERE c.id = ANY($1::uuid[])`;

/** Topics, claims and platforms of which more is told than before; neither here nor in the lists behind is what the reader is barred from. */
@Injectable()
export class RisesView {
  async run(tx: Tx, reader: Reader, period: OverviewPeriod, [begin, middle, end]: Date[]): Promise<Rise[]> {
    const rows = await tx.query<Row[]>(COUNTED, [begin, middle, end, reader.staffId]);
    const found = new Map<string, { kind: Rise['kind']; key: string; reports?: Row; posts?: Row }>();
    for (const row of rows) {
      const name = `${row.kind} ${row.key}`;
      found.set(name, { ...(found.get(name) ?? { kind: row.kind, key: row.key }), [row.measure]: row });
    }
    const rises = [...found.values()].map(({ kind, key, reports, posts }): Rise => {
      const param = `${kind === 'claim' ? 'claimId' : kind}=${encodeURIComponent(key)}`;
      return {
        kind,
        key,
        label: null,
        reports: measure(reports, `/api/overview/reports?${param}`, `/overview/reports?${param}`, period, 'from', 'to'),
        posts: measure(posts, `/api/triage?state=all&${param}`, `/triage?state=all&${param}`, period, 'since', 'until'),
      };
    });
    const shown = KINDS.flatMap((kind) => rising(rises.filter((r) => r.kind === kind)));
    return this.named(tx, shown);
  }

  private async named(tx: Tx, rises: Rise[]): Promise<Rise[]> {
    const claims = await tx.query<{ id: string; label: string | null }[]>(WORDING, [
      rises.filter((r) => r.kind === 'claim').map((r) => r.key),
    ]);
    const labels = new Map(claims.map((c) => [c.id, c.label]));
    return rises.map((r) => (r.kind === 'claim' ? { ...r, label: labels.get(r.key) ?? null } : r));
  }
}

function measure(
  row: Row | undefined,
  list: string,
  page: string,
  { from, to }: OverviewPeriod,
  first: string,
  last: string,
): PeriodMeasure {
  const { now, before } = row ?? { now: 0, before: 0 };
  const span = `&${first}=${from}&${last}=${to}`;
  return {
    now,
    before,
    difference: now - before,
    percent: percentOf(now, before, overviewTable.rising.percent_from),
    list: list + span,
    page: page + span,
  };
}
/** Those that grew most; what grew by little is no news. */
function rising(of: Rise[]): Rise[] {
  const grown = (r: Rise) => Math.max(r.reports.difference, r.posts.difference);
  return of
    .filter((r) => grown(r) >= overviewTable.rising.more)
    .sort((a, b) => grown(b) - grown(a) || (a.key < b.key ? -1 : 1))
    .slice(0, overviewTable.rising.lines);
}
