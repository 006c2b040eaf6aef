import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';

export type AddressKind = 'url' | 'text' | 'picture';
export interface NewAddress {
  kind: AddressKind;
  value: string;
  url?: string;
  text?: string;
  evidenceId?: string;
}
export interface Place {
  addressId: string;
  postId: string;
  joined: boolean;
}
export interface Address {
  addressId: string;
  kind: AddressKind;
  url: string | null;
  text: string | null;
  evidenceId: string | null;
}

@Injectable()
export class PostsRepository {
  /** The address with its post, both made when nobody spoke of it before. Two at once join one. */
  async place(tx: Tx, address: NewAddress, postId?: string): Promise<Place> {
    const known = await this.known(tx, address);
    if (known) return { ...known, joined: true };
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 300))', [`${address.kind} ${address.value}`]);
    const meanwhile = await this.known(tx, address);
    if (meanwhile) return { ...meanwhile, joined: true };
    const [row] = await tx.query<{ addressId: string; postId: string }[]>(
      `WITH post AS (INSERT INTO intake.posts SELECT WHERE $1::uuid IS NULL RETURNING id)
       INSERT INTO intake.addresses (post_id, kind, value, url, text, evidence_id)
       SELECT coalesce($1::uuid, (SELECT id FROM post)), $2, $3, $4, $5, $6 RETURNING id AS "addressId", post_id AS "postId"`,
      [postId ?? null, address.kind, address.value, address.url ?? null, address.text ?? null, address.evidenceId ?? null],
    );
    return { ...row, joined: false };
  }
  private async known(tx: Tx, address: NewAddress): Promise<Omit<Place, 'joined'> | undefined> {
    const [row] = await tx.query<Omit<Place, 'joined'>[]>(
      `SELECT a.id AS "addressId", coalesce(p.merged_into, p.id) AS "postId" FROM intake.addresses a JOIN intake.posts p ON p.id = a.post_id WHERE a.kind = $1 AND a.value = $2`,
      [address.kind, address.value],
    );
    return row;
  }

  async find(tx: Tx, postId: string): Promise<{ id: string; mergedInto: string | null } | null> {
    const [row] = await tx.query<{ id: string; mergedInto: string | null }[]>(
      'SELECT id, merged_into AS "mergedInto" FROM intake.posts WHERE id = $1',
      [postId],
    );
    return row ?? null;
  }
  /** Every address of a post: its own, those of posts merged into it, and those that its open reports name. */
  addresses(tx: Tx, postId: string): Promise<Address[]> {
    return tx.query<Address[]>(
      `SELECT a.id AS "addressId", a.kind, a.url, a.text, a.evidence_id AS "evidenceId" FROM intake.addresses a
       WHERE a.post_id IN (SELECT id FROM intake.posts WHERE id = $1 OR merged_into = $1)
          OR a.id IN (SELECT address_id FROM intake.report_posts WHERE post_id = $1 AND ended_at IS NULL)
       ORDER BY a.created_at, a.id LIMIT 100`,
      [postId],
    );
  }
  /** The picture that was sent in as this address. */
  async picture(tx: Tx, addressId: string): Promise<{ postId: string; evidenceId: string } | undefined> {
    const [row] = await tx.query<{ postId: string; evidenceId: string }[]>(
      `SELECT coalesce(p.merged_into, p.id) AS "postId", a.evidence_id AS "evidenceId" FROM intake.addresses a JOIN intake.posts p ON p.id = a.post_id
       WHERE a.id = $1 AND a.kind = 'picture' AND a.evidence_id IS NOT NULL`,
      [addressId],
    );
    return row;
  }
  /** Everything that spoke of `postId` speaks of `into` from now on; nothing is moved. Merges stay one step deep. */
  async merge(tx: Tx, postId: string, into: string): Promise<void> {
    await tx.query('UPDATE intake.posts SET merged_into = $2 WHERE id = $1 OR merged_into = $1', [postId, into]);
  }

  async openLink(tx: Tx, reportId: string): Promise<{ id: string; postId: string; addressId: string } | undefined> {
    const [row] = await tx.query<{ id: string; postId: string; addressId: string }[]>(
      `SELECT l.id, coalesce(p.merged_into, p.id) AS "postId", l.address_id AS "addressId" FROM intake.report_posts l JOIN intake.posts p ON p.id = l.post_id
       WHERE l.report_id = $1 AND l.ended_at IS NULL FOR UPDATE OF l`,
      [reportId],
    );
    return row;
  }
  async link(tx: Tx, link: { reportId: string; postId: string; addressId: string; reason: string; by: string | null }): Promise<void> {
    await tx.query('INSERT INTO intake.report_posts (report_id, post_id, address_id, reason, linked_by) VALUES ($1, $2, $3, $4, $5)', [
      link.reportId,
      link.postId,
      link.addressId,
      link.reason,
      link.by,
    ]);
  }
  async endLink(tx: Tx, linkId: string, by: string): Promise<void> {
    await tx.query('UPDATE intake.report_posts SET ended_at = clock_timestamp(), ended_by = $2 WHERE id = $1', [linkId, by]);
  }
  /** A new post, which takes the address along when no other open report of the old post names it. */
  async splitOff(tx: Tx, addressId: string): Promise<string> {
    const [{ id }] = await tx.query<{ id: string }[]>('INSERT INTO intake.posts DEFAULT VALUES RETURNING id');
    await tx.query(
      'UPDATE intake.addresses a SET post_id = $2 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM intake.report_posts l WHERE l.address_id = a.id AND l.ended_at IS NULL)',
      [addressId, id],
    );
    return id;
  }
}
