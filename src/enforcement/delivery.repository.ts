import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import type { Left } from './deliveries/delivery-way.js';

export interface DeliveryRow {
  id: string;
  takedownId: string;
  attempt: number;
  contentId: string;
  way: string;
  recipient: string;
  reference: string;
  evidenceId: string;
  sha256: string;
  mediaType: string;
  tries: number;
  outcome: 'delivered' | 'bounced' | null;
  proof: Record<string, unknown> | null;
  says: string | null;
}
const ROW = `SELECT d.id, d.takedown_id AS "takedownId", d.attempt, d.content_id AS "contentId", d.way, d.recipient, d.reference, d.evidence_id AS "evidenceId", e.sha256, e.media_type AS "mediaType",
  (SELECT count(*)::int FROM enforcement.delivery_tries t WHERE t.delivery_id = d.id) AS tries, o.outcome, o.proof, o.says
  FROM enforcement.deliveries d JOIN core.evidence_items e ON e.id = d.evidence_id LEFT JOIN enforcement.delivery_outcomes o ON o.delivery_id = d.id`;

@Injectable()
export class DeliveryRepository {
  async ofAttempt(tx: Tx, takedownId: string, attempt: number): Promise<DeliveryRow | null> {
    return (await tx.query<DeliveryRow[]>(`${ROW} WHERE d.takedown_id = $1 AND d.attempt = $2`, [takedownId, attempt]))[0] ?? null;
  }
  async get(tx: Tx, takedownId: string, id: string): Promise<DeliveryRow | null> {
    return (await tx.query<DeliveryRow[]>(`${ROW} WHERE d.takedown_id = $1 AND d.id = $2`, [takedownId, id]))[0] ?? null;
  }
  async begin(
    tx: Tx,
    d: { takedownId: string; attempt: number; contentId: string; way: string; recipient: string; reference: string; evidenceId: string },
  ): Promise<string> {
    const id = randomUUID();
    await tx.query(
      'INSERT INTO enforcement.deliveries (id, takedown_id, attempt, content_id, way, recipient, reference, evidence_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, d.takedownId, d.attempt, d.contentId, d.way, d.recipient, d.reference, d.evidenceId],
    );
    return id;
  }
  async tried(tx: Tx, deliveryId: string, says: string): Promise<void> {
    await tx.query('INSERT INTO enforcement.delivery_tries (delivery_id, says) VALUES ($1, $2)', [deliveryId, says.slice(0, 1000)]);
  }
  async ended(tx: Tx, deliveryId: string, left: Left): Promise<void> {
    await tx.query(
      'INSERT INTO enforcement.delivery_outcomes (delivery_id, outcome, proof, says) VALUES ($1, $2, $3, $4) ON CONFLICT (delivery_id) DO NOTHING',
      [deliveryId, left.outcome, JSON.stringify(left.proof), left.outcome === 'bounced' ? left.says.slice(0, 2000) : null],
    );
  }
  async bouncedLate(tx: Tx, deliveryId: string, says: string, by: string): Promise<void> {
    await tx.query('INSERT INTO enforcement.late_bounces (delivery_id, says, noted_by) VALUES ($1, $2, $3)', [deliveryId, says, by]);
  }
}
