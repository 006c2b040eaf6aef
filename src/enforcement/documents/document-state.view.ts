import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Moment } from '../../core/http/answer.js';
import { PRINTS } from './prints.js';
import type { DraftDocument } from './written.page.js';

export interface Printed {
  id: string;
  form: string;
  formVersion: number;
  sha256: string;
  bytes: number;
  printedAt: Moment;
}
/** What became of the paper of a record or a decision. */
export interface DocumentState extends DraftDocument {
  /** `none`: it is not printed, or not yet; `printing`: on its way to the printer; `failed`: the house gave up */
  state: 'none' | 'printing' | 'printed' | 'failed';
  printed: Printed | null;
}
const OF = { violation: 'd.violation_id = $1 AND d.penalty_id IS NULL', penalty: 'd.penalty_id = $1' };
const DELIVERY = `SELECT x.state FROM core.deliveries x JOIN core.events e ON e.id = x.event_id
  WHERE e.subject = $1::text AND x.handler = ANY($2) ORDER BY e.position DESC LIMIT 1`;

@Injectable()
export class DocumentStateView {
  async run(tx: Tx, of: keyof typeof OF, id: string): Promise<Pick<DocumentState, 'state' | 'printed'>> {
    const [printed = null] = await tx.query<Printed[]>(
      `SELECT d.id, d.form, d.form_version AS "formVersion", e.sha256, e.bytes::float8 AS bytes, d.printed_at AS "printedAt"
       FROM enforcement.documents d JOIN core.evidence_items e ON e.id = d.evidence_id WHERE ${OF[of]}`,
      [id],
    );
    if (printed) return { state: 'printed', printed };
    const [delivery] = await tx.query<{ state: string }[]>(DELIVERY, [id, PRINTS]);
    return { state: delivery?.state === 'dead' ? 'failed' : delivery?.state === 'waiting' ? 'printing' : 'none', printed: null };
  }
}
