import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Keyset, type Placed } from '../../core/database/keyset.js';
import { steps, type FlowActor } from '../../core/flow/flow.js';
import type { Page } from '../../core/http/answer.js';
import { unbarred } from '../../core/identity/bars.js';
import { Problem } from '../../core/problem/problem.js';
import type { Decided, Tally } from './compare.js';
import { outcomeOf } from './outcome.js';
import { trialFlow } from './trial.flow.js';
import type { TrialChange, TrialFile, TrialLine } from './trial-answers.js';

const LINE = `t.id, t.number, t.state, t.reason, t.posts, t.done, t.failure, t.asked_at AS "askedAt", t.decided_at AS "decidedAt", a.name AS "askedBy", d.name AS "decidedBy",
  json_build_object('suggest', t.suggest, 'strong', t.strong, 'model', t.model_id) AS tried,
  json_build_object('suggest', t.base_suggest, 'strong', t.base_strong, 'model', t.base_model_id) AS base`;
const FROM = 'classify.trials t JOIN core.staff a ON a.id = t.asked_by LEFT JOIN core.staff d ON d.id = t.decided_by';
const NEWEST = new Keyset({ sql: 't.number', kind: 'number', backwards: true }, { sql: 't.id', kind: 'id', backwards: true });
const BY_ITEM = new Keyset({ sql: 'c.item_id', kind: 'id' }, { sql: 'c.claim_id', kind: 'id' });

/** Trials of other rules, the newest first; one of them with its outcome; and what it would change, post by post. */
@Injectable()
export class TrialsView {
  constructor(private readonly db: Db) {}

  list({ cursor, limit = 20 }: { cursor?: string; limit?: number }): Promise<Page<TrialLine>> {
    const values: unknown[] = [];
    const put = (value: unknown) => `$${values.push(value)}`;
    return this.db.read(async (tx) => {
      const after = NEWEST.after(cursor, put);
      const rows = await tx.query<Placed<TrialLine>[]>(
        `SELECT ${NEWEST.place}, ${LINE} FROM ${FROM} WHERE ${after} ORDER BY ${NEWEST.by} LIMIT ${put(limit + 1)}`,
        values,
      );
      return NEWEST.page(rows, limit);
    });
  }

  one(actor: FlowActor, id: string): Promise<TrialFile> {
    return this.db.read(async (tx) => {
      const [row] = await tx.query<(TrialLine & { tally: Tally; askedById: string; changes: number })[]>(
        `SELECT ${LINE}, t.tally, t.asked_by AS "askedById", (SELECT count(*)::int FROM classify.trial_changes c WHERE c.trial_id = t.id) AS changes FROM ${FROM} WHERE t.id = $1`,
        [id],
      );
      if (!row) throw new Problem('missing');
      const { tally, askedById, ...line } = row;
      const next = steps(trialFlow, line.state, actor, { needs: new Set(), authors: new Set([askedById]) });
      return {
        ...line,
        before: outcomeOf(tally, 'before'),
        after: outcomeOf(tally, 'after'),
        next: next.map((step) => ({ ...step, act: step.to })),
      };
    });
  }

  /** Without the posts that the reader is barred from. */
  changes(
    actor: { staffId: string | null },
    id: string,
    { cursor, limit = 50, decided }: { cursor?: string; limit?: number; decided?: Decided },
  ): Promise<Page<TrialChange>> {
    const values: unknown[] = [actor.staffId, id, decided ?? null];
    const put = (value: unknown) => `$${values.push(value)}`;
    return this.db.read(async (tx: Tx) => {
      const [trial] = await tx.query<object[]>('SELECT 1 FROM classify.trials WHERE id = $1', [id]);
      if (!trial) throw new Problem('missing');
      const after = BY_ITEM.after(cursor, put);
      const rows = await tx.query<Placed<TrialChange>[]>(
        `SELECT ${BY_ITEM.place}, c.item_id AS "itemId", i.post_id AS "postId", left(i.text, 160) AS "firstLine", c.claim_id AS "claimId", v.wordings -> 0 ->> 'text' AS claim,
                c.decided, c.before, c.after, c.score_before AS "scoreBefore", c.score_after AS "scoreAfter",
                (SELECT j.judgement FROM classify.judgements j WHERE j.item_id = i.id AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id)
                 ORDER BY j.recorded_at DESC LIMIT 1) AS judgement
         FROM classify.trial_changes c JOIN classify.triage_items i ON i.id = c.item_id JOIN classify.claim_versions v ON v.id = c.version_id
         WHERE c.trial_id = $2 AND ($3::text IS NULL OR c.decided = $3) AND ${unbarred('$1::uuid', 'i.post_id')} AND ${after} ORDER BY ${BY_ITEM.by} LIMIT ${put(limit + 1)}`,
        values,
      );
      return BY_ITEM.page(rows, limit);
    });
  }
}
