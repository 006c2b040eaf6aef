import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { RulesInForceRepository } from '../trials/rules-in-force.repository.js';
import type { Drift, DriftColumn, DriftReference, RulesSwitch } from './drift-answers.js';
import { driftTable, type DriftBy } from './drift-table.js';
import { DriftRepository, type Range } from './drift.repository.js';
import { binsOf, figuresOf, type DriftFigures } from './figures.js';
import { movedBetween } from './moved.js';
import { stabilityOf } from './psi.js';

const { psi, reference_days, least_posts, columns: shown } = driftTable;
const BINS = psi.bins.length + 1;
const DAY_MS = 86_400_000;
type Counted = DriftFigures & { from: string; bins: number[] };
/** the rules that posts are matched by now, once one was looked at by them */
type InUse = (RulesSwitch & { id: number }) | undefined;

/** What posts were like over time, beside the first days of the rules in force. */
@Injectable()
export class DriftView {
  constructor(
    private readonly db: Db,
    private readonly drift: DriftRepository,
    private readonly inForce: RulesInForceRepository,
  ) {}

  run(by: DriftBy): Promise<Drift> {
    return this.db.read(async (tx) => {
      const { starts, tomorrow } = await this.drift.starts(tx, by, shown[by]);
      const switches = await this.drift.switches(tx);
      const inUse = await this.inUse(tx, switches);
      const found = await this.count(tx, starts, { by, from: starts[0], to: tomorrow }, inUse, false);
      const reference = inUse ? await this.reference(tx, inUse) : null;
      const columns = withoutFirst(found).map((c) => columnOf(c, reference));
      const latest = columns.findLast((c) => c.posts >= least_posts && reference !== null && c.from >= reference.to);
      return {
        ...{ by, columns, reference: reference && without(reference) },
        latest: latest && reference ? { from: latest.from, moved: movedBetween(latest, reference, driftTable.moved) } : null,
        switches: switches.filter((s) => s.on >= starts[0]).map(({ id: _, ...rules }) => rules),
        bounds: {
          ...{ referenceDays: reference_days, leastPosts: least_posts, psiMoved: psi.marks.moved, psiMuch: psi.marks.much },
          ...{ psiFormula: psi.formula, psiMarksSource: psi.marks_source, psiChanceSource: psi.chance_source },
        },
      };
    });
  }

  private async inUse(tx: Tx, switches: readonly (RulesSwitch & { id: number })[]): Promise<InUse> {
    const { trialId, rules } = await this.inForce.now(tx);
    const { suggest, strong } = rules.score.thresholds;
    return switches.find((s) => s.trialId === trialId && s.model === rules.model.id && s.suggest === suggest && s.strong === strong);
  }

  private async reference(tx: Tx, inUse: NonNullable<InUse>): Promise<DriftReference & Counted> {
    const to = new Date(Date.parse(inUse.on) + reference_days * DAY_MS).toISOString().slice(0, 10);
    const [counted] = await this.count(tx, [inUse.on], { by: 'all', from: inUse.on, to }, inUse, true);
    return { ...counted, to };
  }

  private async count(tx: Tx, starts: readonly string[], range: Range, inUse: InUse, only: boolean): Promise<Counted[]> {
    const looks = await this.drift.looks(tx, range, { rulesId: inUse?.id ?? null, only, bins: psi.bins });
    const decisions = await this.drift.decisions(tx, range);
    const sample = await this.drift.sample(tx, range);
    return starts.map((from) => {
      const its = looks.filter((l) => l.from === from);
      const decided = decisions.filter((d) => d.from === from);
      const read = sample.find((s) => s.from === from) ?? { judged: 0, missed: 0 };
      return { from, ...figuresOf(its, decided, read), bins: binsOf(its, BINS) };
    });
  }
}

/** Scores are set beside the reference where both are of the rules in force, of posts enough, and apart. */
function columnOf(column: Counted, reference: (DriftReference & Counted) | null): DriftColumn {
  const { bins, ...figures } = column;
  const enough = (of: number[]) => of.reduce((n, b) => n + b, 0) >= least_posts;
  const beside = reference !== null && column.from >= reference.to && enough(bins) && enough(reference.bins);
  return { ...figures, psi: beside ? stabilityOf(bins, reference.bins, psi) : null };
}
const without = ({ bins: _, ...reference }: DriftReference & Counted): DriftReference => reference;
/** Not those of before the first post. */
const withoutFirst = (columns: Counted[]): Counted[] => {
  const first = columns.findIndex((c) => c.posts > 0);
  return first < 0 ? [] : columns.slice(first);
};
