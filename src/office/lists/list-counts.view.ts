import { Injectable } from '@nestjs/common';
import { CaseListView } from '../../cases/index.js';
import { ClaimsView, TriageListView } from '../../classify/index.js';
import { Db, type Tx } from '../../core/database/db.js';
import { ItemBoardView, PenaltyListView, TakedownListView, ViolationListView } from '../../enforcement/index.js';
import { ReportsView } from '../../intake/index.js';
import { CorrectionListView } from '../../publication/index.js';
import { officeTable } from '../office-table.js';
import type { ListName } from './lists.dto.js';

/** Counts the rows that its list would show to this reader. */
interface Counted {
  count(tx: Tx, reader: { staffId: string }, filter: object, most: number): Promise<number>;
}
export interface ToCount {
  list: ListName;
  filter: object;
}
/** one that is slow leaves time for the others */
const SHARE = 3;

/** How many rows lists have, each counted as the list itself chooses them; null where that would take too long. */
@Injectable()
export class ListCounts {
  private readonly lists: Record<ListName, Counted>;
  constructor(
    private readonly db: Db,
    triage: TriageListView,
    cases: CaseListView,
    claims: ClaimsView,
    takedowns: TakedownListView,
    links: ItemBoardView,
    penalties: PenaltyListView,
    violations: ViolationListView,
    corrections: CorrectionListView,
    reports: ReportsView,
  ) {
    this.lists = { triage, cases, claims, takedowns, links, penalties, violations, corrections, reports };
  }

  async run(reader: { staffId: string }, all: ToCount[], ms = officeTable.counts_ms): Promise<(number | null)[]> {
    const until = performance.now() + ms;
    const counts: (number | null)[] = [];
    for (const { list, filter } of all) {
      const left = Math.min(until - performance.now(), ms / SHARE);
      const most = officeTable.counted_to + 1;
      counts.push(left < 1 ? null : await this.db.readWithin(left, (tx) => this.lists[list].count(tx, reader, filter, most)));
    }
    return counts;
  }
}
