import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { OpenPenalty } from '../../cases/index.js';
import { debtOf, type Payment } from './late-interest.js';
import { procedure } from './procedure-table.js';

interface PaidLate {
  id: string;
  label: string;
  fine: number;
  dueOn: string;
  payments: Payment[];
}
const PAID_LATE = `SELECT p.id, p.number AS label, (n.content -> 'sum' ->> 'amount')::float8 AS fine, p.due_on::text AS "dueOn", y.payments FROM enforcement.penalties p
  JOIN LATERAL (SELECT x.content FROM enforcement.penalty_contents x WHERE x.penalty_id = p.id ORDER BY x.number DESC LIMIT 1) n ON true
  JOIN LATERAL (SELECT max(y.on_day) AS last, json_agg(json_build_object('amount', y.amount, 'interest', y.interest, 'on', y.on_day) ORDER BY y.on_day, y.recorded_at, y.id) AS payments
    FROM enforcement.penalty_payments y WHERE y.penalty_id = p.id) y ON y.last > p.due_on
  WHERE p.case_id = $1 AND p.state = 'paid' ORDER BY p.created_at, p.id`;

/** Fines of a case that were paid late, and for which interest is still owed: all of them, since a case closes over none that was not named. */
@Injectable()
export class OpenInterestView {
  async run(tx: Tx, caseId: string): Promise<OpenPenalty[]> {
    const late = await tx.query<PaidLate[]>(PAID_LATE, [caseId]);
    return late.flatMap(({ id, label, fine, dueOn, payments }) => {
      // it grows no more: nothing of the fine is unpaid
      const { interest } = debtOf(fine, payments, dueOn, dueOn, procedure.late_interest);
      return interest > 0 ? { kind: 'penalty' as const, id, label, interest } : [];
    });
  }
}
