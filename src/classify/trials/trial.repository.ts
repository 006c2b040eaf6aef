import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { Compared } from './compare.js';
import { TrialRow } from './trial.entity.js';
import type { TrialState } from './trial.flow.js';

@Injectable()
export class TrialRepository {
  async add(tx: Tx, trial: Omit<TrialRow, 'done' | 'state' | 'decidedBy' | 'failure' | 'afterItem'>): Promise<void> {
    await tx.insert(TrialRow, { ...trial, state: 'running', done: 0, decidedBy: null } as never);
  }
  async lock(tx: Tx, id: string): Promise<TrialRow> {
    const trial = await tx.findOne(TrialRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!trial) throw new Problem('missing');
    return trial;
  }
  /** Until this transaction ends, nobody else begins a trial or puts one in force. */
  async alone(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('matcher trials'))`);
  }
  async running(tx: Tx): Promise<boolean> {
    return (await tx.query<object[]>(`SELECT 1 FROM classify.trials WHERE state = 'running' LIMIT 1`)).length > 0;
  }
  async advance(tx: Tx, { id }: TrialRow, to: Pick<TrialRow, 'state' | 'done' | 'tally'>): Promise<void> {
    await tx.update(TrialRow, { id }, to);
  }
  /** It stands still at the end of the batch before. */
  async fail(tx: Tx, { id }: TrialRow, failure: string, afterItem: string | null): Promise<void> {
    await tx.update(TrialRow, { id }, { state: 'failed', failure, afterItem });
  }
  async goOn(tx: Tx, { id }: TrialRow): Promise<void> {
    await tx.update(TrialRow, { id }, { state: 'running', failure: null });
  }
  async step(tx: Tx, { id }: TrialRow, state: TrialState): Promise<void> {
    await tx.update(TrialRow, { id }, { state });
  }
  async decide(tx: Tx, { id }: TrialRow, state: 'approved' | 'declined', by: string): Promise<void> {
    await tx.query(
      `UPDATE classify.trials SET state = $2, decided_by = $3, decided_at = core.office_now(), in_force_since = CASE WHEN $2 = 'approved' THEN clock_timestamp() END WHERE id = $1`,
      [id, state, by],
    );
  }
  /** What would come out otherwise. */
  async addChanges(tx: Tx, trialId: string, changes: (Compared & { itemId: string })[]): Promise<void> {
    if (changes.length === 0) return;
    await tx.query(
      `INSERT INTO classify.trial_changes (trial_id, item_id, claim_id, version_id, decided, before, after, score_before, score_after)
       SELECT $1, c."itemId", c."claimId", c."versionId", c.decided, c.before, c.after, c."scoreBefore", c."scoreAfter"
       FROM jsonb_to_recordset($2::jsonb) AS c("itemId" uuid, "claimId" uuid, "versionId" uuid, decided text, before text, after text, "scoreBefore" float8, "scoreAfter" float8)`,
      [trialId, JSON.stringify(changes)],
    );
  }
}
