import { Injectable } from '@nestjs/common';
import { PREPARED } from '../core/database/preparing-client.js';
import type { Tx } from '../core/database/db.js';
import type { Moment } from '../core/events/seal.js';

export type AddressKind = 'url' | 'text' | 'picture';
export interface NewAddress {
  kind: AddressKind;
  value: string;
  url?: string;
  text?: string;
}
export interface Place {
  addressId: string;
  postId: string;
}
export interface Address {
  addressId: string;
  kind: AddressKind;
  url: string | null;
  text: string | null;
  evidenceId: string | null;
}

/** The address that a report was to join was purged before it could. */
export class AddressGone extends Error {}
/** Did the address begin, or end, at the same moment by somebody else? Then it is looked up anew. */
export const cameSecond = (error: unknown): boolean =>
  error instanceof AddressGone || (error as { constraint?: string } | null)?.constraint === 'addresses_kind_value_key';

@Injectable()
export class PostsRepository {
  /** Where reports of this address join, if anybody spoke of it before, and the moment at which that was looked up. */
  async look(tx: Tx, address: Pick<NewAddress, 'kind' | 'value'>): Promise<{ at: Moment; place: Place | null }> {
    const [{ addressId, postId, ...at }] = await tx.query<[Moment & { [K in keyof Place]: string | null }]>(
      `${PREPARED}SELECT clock_timestamp() AS "recordedAt", core.office_now() AS "officeAt", a.id AS "addressId", coalesce(p.merged_into, p.id) AS "postId"
       FROM (SELECT) one LEFT JOIN intake.addresses a ON a.kind = $1 AND a.value = $2 LEFT JOIN intake.posts p ON p.id = a.post_id`,
      [address.kind, address.value],
    );
    return { at, place: addressId && postId ? { addressId, postId } : null };
  }
  /** Another address of a post, unless it is known: then the place that it has. */
  async addAddress(tx: Tx, postId: string, address: NewAddress): Promise<Place> {
    await tx.query(
      'INSERT INTO intake.addresses (post_id, kind, value, url) VALUES ($1, $2, $3, $4) ON CONFLICT (kind, value) DO NOTHING',
      [postId, address.kind, address.value, address.url],
    );
    return (await this.look(tx, address)).place!;
  }

  async find(tx: Tx, postId: string): Promise<{ id: string; mergedInto: string | null } | null> {
    const [row] = await tx.query<{ id: string; mergedInto: string | null }[]>(
      'SELECT id, merged_into AS "mergedInto" FROM intake.posts WHERE id = $1',
      [postId],
    );
    return row ?? null;
  }
  /** The post that this one has become part of, or itself. */
  async heir(tx: Tx, postId: string): Promise<string> {
    return (await this.find(tx, postId))?.mergedInto ?? postId;
  }
  async lockMerges(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(301)');
  }
  /** Every address of a post: its own, those of posts merged into it, and those that its open reports name. */
  addresses(tx: Tx, postId: string): Promise<Address[]> {
    return tx.query<Address[]>(
      `${PREPARED}SELECT a.id AS "addressId", a.kind, a.url, a.text, a.evidence_id AS "evidenceId" FROM intake.addresses a
       WHERE a.id IN (
         SELECT o.id FROM intake.addresses o WHERE o.post_id IN (SELECT $1::uuid UNION ALL SELECT id FROM intake.posts WHERE merged_into = $1)
         UNION SELECT address_id FROM intake.report_posts WHERE post_id = $1 AND ended_at IS NULL)
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
    await tx.query(
      `INSERT INTO intake.report_posts (report_id, post_id, address_id, reason, linked_by, reported_at)
       SELECT r.id, $2, $3, $4, $5, r.received_at FROM intake.reports r WHERE r.id = $1`,
      [link.reportId, link.postId, link.addressId, link.reason, link.by],
    );
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
