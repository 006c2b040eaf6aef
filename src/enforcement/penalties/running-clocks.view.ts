import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Day } from '../../core/http/answer.js';
import { notBarred } from '../../cases/index.js';
import { addDays } from '../penalty/day.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import { ComposeRecord } from './compose-record.use-case.js';
import { CLOCKS, clocksOf, type OpenRecord, type RunningClock } from './running-clocks.js';

/** A legal time of an undecided record that ends soon, or has ended. */
export interface EndingClock {
  violationId: string;
  reference: string;
  what: RunningClock;
  lastDay: Day;
}
interface Row extends OpenRecord {
  id: string;
  reference: string;
}
const OPEN = `SELECT v.id, v.reference, v.drawn_on::text AS "drawnOn", n.content,
    coalesce((SELECT json_agg(json_build_object('id', e.id, 'kind', e.kind, 'on', e.on_day::text) ORDER BY e.recorded_at, e.id) FROM enforcement.explanations e WHERE e.violation_id = v.id), '[]') AS given
  FROM enforcement.violations v JOIN LATERAL (SELECT x.content FROM enforcement.violation_contents x WHERE x.violation_id = v.id ORDER BY x.number DESC LIMIT 1) n ON true
  WHERE v.state <> 'cancelled' AND NOT EXISTS (SELECT 1 FROM enforcement.penalties p WHERE p.violation_id = v.id AND p.kind = 'decision' AND p.state NOT IN ('draft', 'cancelled'))
    AND ${notBarred('$1', 'v.case_id')} AND ($2::uuid IS NULL OR v.id > $2) ORDER BY v.id LIMIT $3`;

/** The legal times that end within so many days, by record; read by the rules that the record's own screen uses, from all records that are open. */
@Injectable()
export class RunningClocksView {
  constructor(private readonly composing: ComposeRecord) {}

  async ending(tx: Tx, reader: { staffId: string }, within: Record<RunningClock, number>, atATime: number): Promise<EndingClock[]> {
    const today = await this.composing.today(tx);
    const found: EndingClock[] = [];
    let rows: Row[] = [];
    do {
      rows = await tx.query<Row[]>(OPEN, [reader.staffId, rows.at(-1)?.id ?? null, atATime]);
      found.push(...rows.flatMap((row) => endingOf(row, today, within)));
    } while (rows.length === atATime);
    return found.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : a.violationId < b.violationId ? -1 : 1));
  }
}

function endingOf(row: Row, today: Day, within: Record<RunningClock, number>): EndingClock[] {
  const clocks = clocksOf(row, today, penaltyLaw, addDays(today, within.limitation));
  return CLOCKS.flatMap((what) => {
    const lastDay = clocks[what];
    return lastDay && lastDay <= addDays(today, within[what]) ? [{ violationId: row.id, reference: row.reference, what, lastDay }] : [];
  });
}
