import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { PREPARED } from '../../core/database/preparing-client.js';
import type { OpenPenalty } from '../../cases/index.js';

const MOST = 50;
const OPEN = `${PREPARED}SELECT kind, id, label, NULL AS interest FROM (
    SELECT 'penalty' AS kind, p.id, coalesce(p.number, v.reference) AS label, p.created_at AS at
    FROM enforcement.penalties p JOIN enforcement.violations v ON v.id = p.violation_id
    JOIN LATERAL (SELECT x.content FROM enforcement.penalty_contents x WHERE x.penalty_id = p.id ORDER BY x.number DESC LIMIT 1) n ON true
    WHERE p.case_id = $1 AND (EXISTS (SELECT 1 FROM enforcement.complaints k WHERE k.penalty_id = p.id AND k.state IN ('received', 'accepted')) OR p.state IN ('draft', 'signed', 'numbered', 'late') OR p.state = 'served' AND n.content ->> 'end' = 'fine'
      OR p.state = 'annulled' AND (SELECT coalesce(sum(y.amount + y.interest), 0) FROM enforcement.penalty_payments y WHERE y.penalty_id = p.id)
        > (SELECT coalesce(sum(r.amount), 0) FROM enforcement.penalty_refunds r WHERE r.penalty_id = p.id))
    UNION ALL
    SELECT 'violation', v.id, v.reference, v.created_at FROM enforcement.violations v
    WHERE v.case_id = $1 AND (v.state = 'draft' OR v.state = 'drawn' AND NOT EXISTS
      (SELECT 1 FROM enforcement.penalties p WHERE p.violation_id = v.id AND p.kind = 'decision' AND p.state <> 'cancelled'))
  ) o ORDER BY at, id LIMIT ${MOST}`;

/** What of a case is open: an undecided record, a decision that is not carried out or complained about, money that is owed back. */
@Injectable()
export class OpenPenaltiesView {
  run(tx: Tx, caseId: string): Promise<OpenPenalty[]> {
    return tx.query<OpenPenalty[]>(OPEN, [caseId]);
  }
  async issued(tx: Tx, caseId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('SELECT 1 FROM enforcement.penalties WHERE case_id = $1 AND serial IS NOT NULL LIMIT 1', [
      caseId,
    ]);
    return rows.length > 0;
  }
}
