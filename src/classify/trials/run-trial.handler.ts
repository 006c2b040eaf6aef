import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { Clock } from '../../core/clock/clock.js';
import { tellOffice, Db, type Tx } from '../../core/database/db.js';
import { failureOf } from '../../core/events/failure.js';
import { Log } from '../../core/events/log.js';
import { OnDue, type Due, type DueHandler } from '../../core/events/on.js';
import { EvidenceView } from '../evidence.view.js';
import { KnownClaims } from '../known-claims.repository.js';
import { SHOWN } from '../matching/matching-table.js';
import { triageTable } from '../triage-table.js';
import { compare, count, type Compared } from './compare.js';
import { JudgedPosts } from './judged-posts.repository.js';
import { rulesOf } from './rules-in-force.repository.js';
import { placeOf, TRIAL } from './trial.js';
import { TrialRow } from './trial.entity.js';
import { TrialRepository } from './trial.repository.js';

interface Batch {
  compared: (Compared & { itemId: string })[];
  posts: number;
  last: string | null;
}

/** One batch of judged posts, set beside the registry by the rules in force when the trial began, and by those on trial; then the next. */
@Injectable()
@OnDue(TRIAL, { lane: 'sweep' })
export class RunTrial implements DueHandler<Batch | null> {
  constructor(
    private readonly db: Db,
    private readonly trials: TrialRepository,
    private readonly posts: JudgedPosts,
    private readonly known: KnownClaims,
    private readonly evidence: EvidenceView,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async work({ ref }: Due): Promise<Batch | null> {
    const [id, after] = ref.split('|');
    const trial = await this.db.read((tx) => tx.findOneBy(TrialRow, { id }));
    if (trial?.state !== 'running') return null;
    const { index } = await this.known.now();
    const rules = { before: await this.before(trial), after: rulesOf(trial), shown: SHOWN };
    const size = Math.min(triageTable.trial.batch, trial.posts - trial.done);
    const batch = size > 0 ? await this.posts.batch(after ?? null, size) : [];
    const compared: Batch['compared'] = [];
    for (const { itemId, text, author, postedOn, receivedAt, decided } of batch) {
      const post = { text, author, date: postedOn ?? this.evidence.day(receivedAt), dated: postedOn !== null };
      const right = new Map(decided.map((d) => [d.claimId, d.right]));
      compared.push(...compare(post, right, index, rules).map((c) => ({ ...c, itemId })));
      // what comes in meanwhile goes first
      await setImmediate();
    }
    const more = batch.length === size && trial.done + batch.length < trial.posts;
    return { compared, posts: batch.length, last: more ? batch[batch.length - 1].itemId : null };
  }

  async handle(tx: Tx, { ref }: Due, batch: Batch | null): Promise<void> {
    const [id] = ref.split('|');
    if (!batch) return;
    const trial = await this.trials.lock(tx, id);
    if (trial.state !== 'running') return;
    await this.trials.addChanges(
      tx,
      id,
      batch.compared.filter((c) => c.before !== c.after),
    );
    const state = batch.last === null ? 'done' : 'running';
    await this.trials.advance(tx, trial, { state, done: trial.done + batch.posts, tally: count(trial.tally, batch.compared) });
    tellOffice(tx, 'matching.trial');
    if (batch.last !== null) await this.clock.schedule(tx, { kind: TRIAL, ref: placeOf(id, batch.last), at: await this.clock.now(tx) });
  }

  async giveUp(tx: Tx, { ref }: Due, error: Error): Promise<void> {
    const [id, after] = ref.split('|');
    const trial = await this.trials.lock(tx, id);
    if (trial.state !== 'running') return;
    await this.trials.fail(tx, trial, failureOf(error), after ?? null);
    await this.log.append(tx, { type: 'matching.trial-failed', v: 1, public: {}, office: { trialId: id }, subject: id });
  }

  private async before(trial: TrialRow) {
    const base = trial.baseId === null ? null : await this.db.read((tx) => tx.findOneBy(TrialRow, { id: trial.baseId! }));
    return rulesOf({ suggest: trial.baseSuggest, strong: trial.baseStrong, model: base?.model ?? null });
  }
}
