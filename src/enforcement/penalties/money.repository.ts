import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { Day } from '../penalty/day.js';
import type { ServiceWay } from './service-ways.js';
import './problems.js';

export interface NewService {
  penaltyId: string;
  how: ServiceWay;
  served: boolean;
  on: Day;
  exhibitId: string | null;
  reason: string | null;
  by: string;
}
export interface PaymentRow {
  id: string;
  amount: number;
  interest: number;
  receipt: string;
  on: Day;
  /** the annulment that was written or issued when it came in */
  annulmentId: string | null;
}

/** What became of a decision outside: how it was served, what was paid, what was given back. */
@Injectable()
export class MoneyRepository {
  async addService(tx: Tx, s: NewService): Promise<string> {
    const id = randomUUID();
    await tx.query(
      'INSERT INTO enforcement.penalty_services (id, penalty_id, how, served, on_day, exhibit_id, reason, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, s.penaltyId, s.how, s.served, s.on, s.exhibitId, s.reason, s.by],
    );
    return id;
  }
  payments(tx: Tx, penaltyId: string): Promise<PaymentRow[]> {
    return tx.query<PaymentRow[]>(
      'SELECT id, amount::float8 AS amount, interest::float8 AS interest, receipt, on_day::text AS "on", annulment_id AS "annulmentId" FROM enforcement.penalty_payments WHERE penalty_id = $1 ORDER BY on_day, recorded_at, id',
      [penaltyId],
    );
  }
  async addPayment(tx: Tx, penaltyId: string, p: Omit<PaymentRow, 'id'>, by: string): Promise<string> {
    const rows = await tx.query<{ id: string }[]>(
      'INSERT INTO enforcement.penalty_payments (id, penalty_id, amount, interest, receipt, on_day, recorded_by, annulment_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (penalty_id, receipt) DO NOTHING RETURNING id',
      [randomUUID(), penaltyId, p.amount, p.interest, p.receipt, p.on, by, p.annulmentId],
    );
    if (!rows[0]) throw new Problem('receipt-known');
    return rows[0].id;
  }
  /** All that came in and was not given back. */
  async owedBack(tx: Tx, penaltyId: string): Promise<number> {
    return (await this.owedBackOf(tx, [penaltyId])).get(penaltyId)!;
  }
  async owedBackOf(tx: Tx, penaltyIds: readonly string[]): Promise<Map<string, number>> {
    if (penaltyIds.length === 0) return new Map();
    const rows = await tx.query<{ id: string; owed: number }[]>(
      `SELECT n.id, (coalesce((SELECT sum(amount + interest) FROM enforcement.penalty_payments WHERE penalty_id = n.id), 0)
         - coalesce((SELECT sum(amount) FROM enforcement.penalty_refunds WHERE penalty_id = n.id), 0))::float8 AS owed FROM unnest($1::uuid[]) AS n (id)`,
      [penaltyIds],
    );
    return new Map(rows.map((r) => [r.id, r.owed]));
  }
  async addRefund(tx: Tx, penaltyId: string, r: { amount: number; receipt: string; on: Day; by: string }): Promise<void> {
    const rows = await tx.query<unknown[]>(
      'INSERT INTO enforcement.penalty_refunds (penalty_id, amount, receipt, on_day, recorded_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (penalty_id, receipt) DO NOTHING RETURNING id',
      [penaltyId, r.amount, r.receipt, r.on, r.by],
    );
    if (rows.length === 0) throw new Problem('receipt-known');
  }
  /** The moment at which a day of the office is over. */
  async endOf(tx: Tx, day: Day, timeZone: string): Promise<Date> {
    const [{ at }] = await tx.query<{ at: Date }[]>('SELECT (($1::date + 1)::timestamp AT TIME ZONE $2) AS at', [day, timeZone]);
    return at;
  }
}
