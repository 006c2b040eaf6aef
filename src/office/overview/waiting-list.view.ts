import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Keyset, type Placed } from '../../core/database/keyset.js';
import { Problem } from '../../core/problem/problem.js';
import { RunningClocksView } from '../../enforcement/index.js';
import type { Reader } from '../section.js';
import { DESK_SQL, GAVE_UP, LATE_SQL, type Counted } from './desks.view.js';
import type { Waiting, WaitingLine, WaitingPage } from './overview.js';
import { ENDING, overviewTable } from './overview-table.js';
import { SCOPE } from './waits.view.js';

type Ending = (typeof ENDING)[number];
/** Lists of the overview's own: of what waits where no desk lists exactly that. */
const OWN = new Map<string, Counted>([
  ...Object.entries<Counted>({ ...DESK_SQL, ...LATE_SQL }).filter(([, counted]) => !counted.list),
  ['gave-up', GAVE_UP],
]);
const OLDEST = new Keyset({ sql: `coalesce(x.since, 'infinity')`, kind: 'time' }, { sql: 'x.id', kind: 'id' });
const SOONEST = new Keyset({ sql: 'x."lastDay"', kind: 'time' }, { sql: 'x.id', kind: 'id' });

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
      return ending
        ? SOONEST.page(await this.ending(tx, reader, ending, filter.cursor), limit)
        : OLDEST.page(await this.lines(tx, reader, name, filter, limit + 1), limit);
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

  private async ending(tx: Tx, reader: Reader, what: Ending, cursor?: string): Promise<Placed<WaitingLine>[]> {
    if (!reader.rights.has('violation.read')) throw new Problem('forbidden');
    const [day, after] = cursor === undefined ? [] : SOONEST.read(cursor);
    return (await this.clocks.ending(tx, reader, overviewTable.ending, overviewTable.records))
      .filter((e) => e.what === what && (!day || e.lastDay > day || (e.lastDay === day && e.violationId > after)))
      .map(({ violationId: id, reference, lastDay }) => ({
        ...{ id, label: reference, since: null, clock: 'day', lastDay },
        record: { kind: 'violation', id },
        place: [lastDay, id],
      }));
  }

  private lines(tx: Tx, reader: Reader, name: string, filter: ListFilter, rows: number): Promise<Placed<WaitingLine>[]> {
    const counted = OWN.get(name);
    if (!counted) throw new Problem('missing');
    if (!reader.rights.has(counted.right)) throw new Problem('forbidden');
    const values: unknown[] = [reader.staffId, filter.handler ?? null];
    const put = (value: unknown) => `$${values.push(value)}`;
    return tx.query<Placed<WaitingLine>[]>(
      `SELECT ${OLDEST.place}, x.id, left(x.label, 300) AS label, x.since, '${counted.clock}' AS clock, NULL::text AS "lastDay", CASE WHEN x.record IS NOT NULL THEN json_build_object('kind', x.kind, 'id', x.record) END AS record
       FROM (${counted.sql}) x WHERE ${SCOPE} AND ${OLDEST.after(filter.cursor, put)} ORDER BY ${OLDEST.by} LIMIT ${put(rows)}`,
      values,
    );
  }
}
