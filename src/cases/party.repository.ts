import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { PREPARED } from '../core/database/preparing-client.js';
import { notBarredFromPost, notBarredFromReport } from './barred.view.js';
import type { PartyKind, PartyRole } from './case.js';

export interface NewParty {
  caseId: string;
  kind: PartyKind;
  role: PartyRole;
  nameSealed: Buffer;
  staffId: string | null;
  by: string;
}
export interface SealedParty {
  id: string;
  caseId: string;
  kind: PartyKind;
  role: PartyRole;
  nameSealed: Buffer;
  staffId: string | null;
}

@Injectable()
export class PartyRepository {
  async add(tx: Tx, p: NewParty): Promise<string> {
    const id = randomUUID();
    await tx.query(
      'INSERT INTO cases.parties (id, case_id, kind, role, name_sealed, staff_id, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, p.caseId, p.kind, p.role, p.nameSealed, p.staffId, p.by],
    );
    return id;
  }
  async get(tx: Tx, id: string): Promise<SealedParty | null> {
    return (await this.all(tx, [id]))[0] ?? null;
  }
  all(tx: Tx, ids: readonly string[]): Promise<SealedParty[]> {
    return tx.query<SealedParty[]>(
      'SELECT id, case_id AS "caseId", kind, role, name_sealed AS "nameSealed", staff_id AS "staffId" FROM cases.parties WHERE id = ANY($1::uuid[])',
      [ids],
    );
  }
  /** Parties, and whoever is barred from one of its posts by another case. */
  async barred(tx: Tx, caseId: string): Promise<Set<string>> {
    const rows = await tx.query<{ staffId: string }[]>(
      `${PREPARED}SELECT staff_id AS "staffId" FROM cases.barring WHERE case_id = $1
       UNION SELECT bar.staff_id FROM cases.case_posts l JOIN intake.posts o ON o.id = l.post_id JOIN core.bars bar ON bar.post_id IN (o.id, o.merged_into) WHERE l.case_id = $1`,
      [caseId],
    );
    return new Set(rows.map((r) => r.staffId));
  }
  /** Whom this party bars from the case, and by whose hand. */
  async bar(tx: Tx, caseId: string, partyId: string): Promise<{ staffId: string; addedBy: string } | null> {
    const [row] = await tx.query<{ staffId: string; addedBy: string }[]>(
      'SELECT staff_id AS "staffId", added_by AS "addedBy" FROM cases.barring WHERE case_id = $1 AND id = $2',
      [caseId, partyId],
    );
    return row ?? null;
  }
  async liftBar(tx: Tx, lift: { partyId: string; reason: string; by: string }): Promise<void> {
    await tx.query('INSERT INTO cases.bar_lifts (party_id, reason, lifted_by) VALUES ($1, $2, $3)', [lift.partyId, lift.reason, lift.by]);
  }
  /** The posts from which a case that names them bars them, by whatever way that reached them. */
  async bound(tx: Tx, staffId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>('SELECT id FROM cases.bound_posts($1) AS id', [staffId]);
    return rows.map((r) => r.id);
  }
  /** Whether this person is party to a case about the post of that report. */
  async isBarredFromReport(tx: Tx, reportId: string, staffId: string): Promise<boolean> {
    const [row] = await tx.query<{ free: boolean }[]>(`SELECT ${notBarredFromReport('$2', '$1')} AS free`, [reportId, staffId]);
    return !row.free;
  }
  /** Whether this person is party to a case about this post. */
  async isBarredFromPost(tx: Tx, postId: string, staffId: string): Promise<boolean> {
    const [row] = await tx.query<{ free: boolean }[]>(`SELECT ${notBarredFromPost('$2', '$1')} AS free`, [postId, staffId]);
    return !row.free;
  }
  async isStaff(tx: Tx, staffId: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM core.staff WHERE id = $1', [staffId])).length > 0;
  }
}
