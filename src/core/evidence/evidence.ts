import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '../database/db.js';
import { PREPARED } from '../database/preparing-client.js';
import { Problem } from '../problem/problem.js';
import { EvidenceStore, type Expect } from './store.js';

export type EvidenceKind = 'capture' | 'submission' | 'document' | 'file';
export interface EvidenceItem {
  id: string;
  kind: EvidenceKind;
  sha256: string;
  mediaType: string;
  bytes: number;
  sealedAt: Date;
}

/** A commit of its own, before the bytes have their name. Whatever names them strikes the note out, in the database. */
export const expectIn =
  (db: Db): Expect =>
  (sha256) =>
    db.once(
      `${PREPARED}INSERT INTO core.unsealed_bytes (digest) VALUES ($1) ON CONFLICT (digest) DO UPDATE SET put_at = clock_timestamp()`,
      [sha256],
    );

/** Evidence items: what the house holds as proof. The bytes must lie in the store before the item exists. */
@Injectable()
export class Evidence {
  constructor(readonly store: EvidenceStore) {}

  async seal(tx: Tx, item: { kind: EvidenceKind; sha256: string; mediaType: string; bytes: number }): Promise<string> {
    if (!(await this.store.has(item.sha256))) throw new Problem('missing', { detail: `The bytes ${item.sha256} are not in the store` });
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO core.evidence_items (kind, sha256, media_type, bytes) VALUES ($1, $2, $3, $4) RETURNING id`,
      [item.kind, item.sha256, item.mediaType, item.bytes],
    );
    return row.id;
  }

  async get(tx: Tx, id: string): Promise<EvidenceItem> {
    const [row] = await tx.query<(Omit<EvidenceItem, 'bytes'> & { bytes: string; purged: boolean })[]>(
      `SELECT id, kind, sha256, media_type AS "mediaType", bytes, sealed_at AS "sealedAt", EXISTS (SELECT 1 FROM core.evidence_tombstones t WHERE t.evidence_id = i.id) AS purged
       FROM core.evidence_items i WHERE id = $1`,
      [id],
    );
    if (!row) throw new Problem('missing');
    const { purged, ...item } = row;
    if (purged) throw new Problem('purged');
    return { ...item, bytes: Number(item.bytes) };
  }
}
