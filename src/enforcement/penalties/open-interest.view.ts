import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { OpenPenalty } from '../../cases/index.js';
import { debtOf } from './late-interest.js';
import { MoneyRepository } from './money.repository.js';
import { procedure } from './procedure-table.js';

interface PaidLate {
  id: string;
  label: string;
  fine: number;
  dueOn: string;
}
const MOST = 50;
const PAID_LATE = `SELECT p.id, p.number AS label, (n.content -> 'sum' ->> 'amount')::float8 AS fine, p.due_on::text AS "dueOn" FROM enforcement.penalties p
  JOIN LATERAL (SELECT x.content FROM enforcement.penalty_contents x WHERE x.penalty_id = p.id ORDER BY x.number DESC LIMIT 1) n ON true
  WHERE p.case_id = $1 AND p.state = 'paid' AND EXISTS (SELECT 1 FROM enforcement.penalty_payments y WHERE y.penalty_id = p.id AND y.on_day > p.due_on)
  ORDER BY p.created_at, p.id LIMIT ${MOST}`;

/** Fines of a case that were paid late, and for which interest is still owed. */
@Injectable()
export class OpenInterestView {
  constructor(private readonly money: MoneyRepository) {}

  async run(tx: Tx, caseId: string): Promise<OpenPenalty[]> {
    const open: OpenPenalty[] = [];
    for (const { id, label, fine, dueOn } of await tx.query<PaidLate[]>(PAID_LATE, [caseId])) {
      // it grows no more: nothing of the fine is unpaid
      const { interest } = debtOf(fine, await this.money.payments(tx, id), dueOn, dueOn, procedure.late_interest);
      if (interest > 0) open.push({ kind: 'penalty', id, label, interest });
    }
    return open;
  }
}
