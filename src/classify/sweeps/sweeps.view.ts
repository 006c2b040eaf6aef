import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Keyset, type Placed } from '../../core/database/keyset.js';
import { pageOf } from '../../core/database/page-of.js';
import { steps, type NextAct } from '../../core/flow/flow.js';
import type { Page } from '../../core/http/answer.js';
import type { Actor } from '../../core/identity/index.js';
import { Problem } from '../../core/problem/problem.js';
import type { SweepLine } from './sweep-answers.js';
import { sweepFlow, type SweepState } from './sweep.flow.js';
import type { SweepListDto } from './sweep.dto.js';

const LATEST = new Keyset({ sql: 's.started_at', kind: 'time', backwards: true }, { sql: 's.id', kind: 'id', backwards: true });
const SWEEPS = `
  SELECT ${LATEST.place}, s.id, s.claim_id AS "claimId", s.version_id AS "versionId", v.number, v.wordings -> 0 ->> 'text' AS text, s.cause, s.event_id AS "eventId", s.state,
    s.items, s.done, s.found, s.started_at AS "startedAt", s.moved_at AS "movedAt", s.ended_at AS "endedAt", s.failure,
    (SELECT json_build_object('reason', x.reason, 'by', p.name, 'at', x.stopped_at) FROM classify.sweep_stops x JOIN core.staff p ON p.id = x.stopped_by WHERE x.sweep_id = s.id ORDER BY x.stopped_at DESC LIMIT 1) AS stop
  FROM classify.sweeps s JOIN classify.claim_versions v ON v.id = s.version_id`;
const NOTHING = { needs: new Set<string>(), authors: new Set<string>() };
const ACTS: Partial<Record<SweepState, string>> = { cancelled: 'stop-sweep', running: 'resume-sweep' };

type Row = Omit<SweepLine, 'next'>;

/** Sweeps as their list shows them, the last one that began first. */
@Injectable()
export class SweepsView {
  constructor(private readonly db: Db) {}

  list(actor: Actor, { state, claimId, ...page }: SweepListDto): Promise<Page<SweepLine>> {
    return this.db.read(async (tx: Tx) => {
      const where = `${SWEEPS} WHERE ($1::text IS NULL OR s.state = $1) AND ($2::uuid IS NULL OR s.claim_id = $2)`;
      const told = await pageOf<Row>(tx, LATEST, where, [state ?? null, claimId ?? null], page);
      return { ...told, items: told.items.map((row) => ({ ...row, next: nextOf(actor, row.state) })) };
    });
  }

  one(actor: Actor, id: string): Promise<SweepLine> {
    return this.db.read(async (tx: Tx) => {
      const [found] = await tx.query<Placed<Row>[]>(`${SWEEPS} WHERE s.id = $1`, [id]);
      if (!found) throw new Problem('missing');
      const { place: _place, ...row } = found;
      return { ...row, next: nextOf(actor, row.state) };
    });
  }
}

const nextOf = (actor: Actor, state: SweepState): NextAct[] =>
  steps(sweepFlow, state, actor, NOTHING).flatMap((s) => (ACTS[s.to] ? [{ act: ACTS[s.to]!, ...s }] : []));
