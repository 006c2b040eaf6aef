import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import { RunningClocksView } from '../../enforcement/index.js';
import type { Reader } from '../section.js';
import { DESK_SQL, GAVE_UP, type Counted } from './desks.view.js';
import type { Waiting, WaitingLine, WaitingPage } from './overview.js';
import { ENDING, overviewTable } from './overview-table.js';
import { SCOPE } from './waits.view.js';

type Ending = (typeof ENDING)[number];
/** Lists of the overview's own: of what waits where no desk lists exactly that. */
const OWN = new Map<string, Counted>([...Object.entries(DESK_SQL).filter(([, counted]) => !counted.list), ['gave-up', GAVE_UP]]);

export interface ListFilter {
  handler?: string;
  cursor?: string;
  limit?: number;
}

/** The records behind a figure that has no desk of its own, those that wait longest first. */
@Injectable()
export class WaitingListView {
  constructor(
    private readonly db: Db,
    private readonly clocks: RunningClocksView,
  ) {}

  run(reader: Reader, name: string, filter: ListFilter): Promise<WaitingPage> {
    const limit = filter.limit ?? 50;
    return this.db.read(async (tx) => {
      const ending = ENDING.find((what) => name === `${what}-ending`);
      const lines = ending ? await this.ending(tx, reader, ending, filter.cursor) : await this.lines(tx, reader, name, filter, limit + 1);
      const items = lines.slice(0, limit);
      return { items, nextCursor: lines.length > limit ? items[items.length - 1].id : null };
    });
  }

  /** Legal times that end soon, figure by figure. */
  async figures(tx: Tx, reader: Reader): Promise<Waiting[]> {
    if (!reader.rights.has('violation.read')) return [];
    const ending = await this.clocks.ending(tx, reader, overviewTable.ending, overviewTable.records);
    return ENDING.map((what) => ({
      name: `${what}-ending`,
      label: null,
      count: ending.filter((e) => e.what === what).length,
      more: false,
      since: null,
      clock: 'office',
      tooLong: 0,
      afterDays: null,
      list: `/api/overview/lists/${what}-ending`,
      page: `/overview/${what}-ending`,
    }));
  }

  private async ending(tx: Tx, reader: Reader, what: Ending, cursor?: string): Promise<WaitingLine[]> {
    if (!reader.rights.has('violation.read')) throw new Problem('forbidden');
    const lines = (await this.clocks.ending(tx, reader, overviewTable.ending, overviewTable.records))
      .filter((e) => e.what === what)
      .map(({ violationId: id, reference, lastDay }): WaitingLine => ({
        id,
        label: reference,
        since: null,
        lastDay,
        record: { kind: 'violation', id },
      }));
    return cursor ? lines.slice(lines.findIndex((l) => l.id === cursor) + 1) : lines;
  }

  private lines(tx: Tx, reader: Reader, name: string, filter: ListFilter, rows: number): Promise<WaitingLine[]> {
    const counted = OWN.get(name);
    if (!counted) throw new Problem('missing');
    if (!reader.rights.has(counted.right)) throw new Problem('forbidden');
    const place = `(coalesce(x.since, 'infinity'), x.id)`;
    return tx.query<WaitingLine[]>(
      `WITH x AS MATERIALIZED (SELECT * FROM (${counted.sql}) x WHERE ${SCOPE})
       SELECT x.id, left(x.label, 300) AS label, x.since, NULL::text AS "lastDay", CASE WHEN x.record IS NOT NULL THEN json_build_object('kind', x.kind, 'id', x.record) END AS record
       FROM x WHERE $3::uuid IS NULL OR ${place} > (SELECT coalesce(p.since, 'infinity'), p.id FROM x p WHERE p.id = $3) ORDER BY x.since NULLS LAST, x.id LIMIT $4`,
      [reader.staffId, filter.handler ?? null, filter.cursor ?? null, rows],
    );
  }
}
