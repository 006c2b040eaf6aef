import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Db, type Tx } from '../core/database/db.js';
import { asFigures } from './figures/breakdown.js';
import { actNamed, moverOf } from './figures/acts.js';
import { counterOf, type Cells } from './figures/count.js';
import { daysIn } from './figures/public-part.js';
import { unpublishable } from './figures/public-fields.js';
import { PublicHeads } from './public-log/heads.adapter.js';
import { StatisticsRepository, type Counted, type SealedEvent } from './statistics.repository.js';
import { definitionOf, statisticsTable } from './statistics-table.js';

const AT_A_TIME = 5_000;
const OFFICE_TOO = Object.values(statisticsTable.breakdowns).map(({ event }) => event);

/** Counts what may be published by now, in the order of the log. What was counted is public; where it stops, the public log ends. */
@Injectable()
export class KeepStatistics {
  private readonly log = new Logger('statistics');
  private readonly count;
  private readonly move;
  private readonly definition: string;

  constructor(
    private readonly db: Db,
    private readonly rows: StatisticsRepository,
    private readonly heads: PublicHeads,
    @Inject(CONFIG) { timeZone }: Config,
  ) {
    const dayOf = daysIn(timeZone);
    this.count = counterOf({ ...statisticsTable.figures, ...asFigures(statisticsTable.breakdowns) }, dayOf);
    this.move = moverOf(statisticsTable.acts, dayOf);
    this.definition = definitionOf(timeZone);
  }

  /** Counts on, a batch to a transaction; answers how many events it counted, in this process. */
  async run(): Promise<number> {
    const newest = Number((await this.heads.newest())?.seq ?? 0);
    let all = 0;
    for (;;) {
      const counted = await this.db.tx(async (tx) => {
        const stood = await this.rows.take(tx);
        return stood ? this.batch(tx, stood.definition === this.definition ? stood : await this.begin(tx), newest) : 0;
      });
      all += counted;
      if (counted < AT_A_TIME) return all;
    }
  }

  /** Counts all of it anew, in one transaction, and tells how many rows were otherwise before. */
  recount(): Promise<{ seq: number; differed: number }> {
    return this.db.tx(async (tx) => {
      const stood = await this.rows.take(tx);
      if (!stood) throw new Error('Another process counts just now: try again');
      const before = await this.rows.everything(tx);
      let at = await this.begin(tx);
      for (;;) {
        const counted = await this.batch(tx, at, stood.seq);
        at = { ...at, seq: at.seq + counted };
        if (counted < AT_A_TIME) break;
      }
      const after = await this.rows.everything(tx);
      const differed = [...before].filter((row) => !after.has(row)).length + [...after].filter((row) => !before.has(row)).length;
      return { seq: at.seq, differed };
    });
  }

  private async begin(tx: Tx): Promise<Counted> {
    await this.rows.clear(tx);
    return { seq: 0, definition: this.definition };
  }

  private async batch(tx: Tx, from: Counted, to: number): Promise<number> {
    const found = await this.rows.sealed(tx, from.seq, to, AT_A_TIME, OFFICE_TOO);
    const good = await this.publishable(found);
    if (good.length === 0 && from.seq > 0) return 0;
    const acts = await this.rows.acts(tx, [...new Set(good.flatMap(({ part }) => actNamed(part) ?? []))]);
    const known = new Map(acts);
    const cells: Cells = new Map();
    for (const sealed of good) {
      this.count({ ...sealed.office, ...sealed.part }, cells);
      this.move(sealed, acts);
    }
    await this.rows.addCells(tx, cells);
    await this.rows.saveActs(tx, new Map([...acts].filter(([id, act]) => known.get(id) !== act)));
    const last = good.at(-1);
    await this.rows.save(tx, { ...from, seq: last?.seq ?? from.seq }, last?.part.officeAt ?? null);
    return good.length;
  }

  /** All of them, or those up to the last signed head before one that may not be published. */
  private async publishable(sealed: SealedEvent[]): Promise<SealedEvent[]> {
    const bad = sealed.findIndex(({ part }) => unpublishable(part, statisticsTable.public_fields) !== null);
    if (bad < 0) return sealed;
    const { seq, part } = sealed[bad];
    const field = unpublishable(part, statisticsTable.public_fields);
    this.log.error(`event ${seq} (${part.type}) holds ${field}, which may not be published: the public log ends before it`);
    const end = Number((await this.heads.newest(seq - 1))?.seq ?? 0);
    return sealed.filter((s) => s.seq <= end);
  }
}
