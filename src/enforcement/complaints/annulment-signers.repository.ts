import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { inForce } from '../../core/identity/index.js';
import { rolesWith } from '../../core/identity/rights.js';
import { notBarred } from '../../cases/index.js';
import type { Day } from '../penalty/day.js';
import { signableOn } from '../penalties/signing-title.js';

/** Who could sign the annulment that follows from a complaint: whoever holds a title and the right for it, had no hand in the decision and did not write the answer. */
@Injectable()
export class AnnulmentSigners {
  async any(tx: Tx, complaintId: string, day: Day): Promise<boolean> {
    const [row] = await tx.query<{ any: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM core.staff_titles t JOIN core.staff_roles r ON r.staff_id = t.staff_id JOIN core.accounts x ON x.staff_id = t.staff_id AND x.disabled_at IS NULL
         WHERE ${inForce('t')} AND t.title = ANY($3) AND t.from_day <= $2 AND (t.to_day IS NULL OR t.to_day >= $2) AND ${inForce('r')} AND r.role = ANY($4)
           AND t.staff_id NOT IN (SELECT enforcement.hands_in(k.penalty_id)) AND ${notBarred('t.staff_id', 'k.case_id')}
           AND t.staff_id IS DISTINCT FROM (SELECT a.written_by FROM enforcement.complaint_answers a WHERE a.complaint_id = k.id ORDER BY a.number DESC LIMIT 1)) AS any
       FROM enforcement.complaints k WHERE k.id = $1`,
      [complaintId, day, signableOn(day), rolesWith('penalty.sign')],
    );
    return row.any;
  }
}
