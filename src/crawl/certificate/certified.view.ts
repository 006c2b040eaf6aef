import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';

/** What the house knows of a capture beside its package. */
export interface Known {
  id: string;
  url: string;
  platform: string | null;
  outcome: string;
  observation: string | null;
  ground: { rule?: string; words?: string; laidOut?: false } | null;
  title: string | null;
  author: string | null;
  reason: string;
  orderedBy: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  sha256: string;
  bytes: number;
  sealedAt: Date;
  digest: string | null;
  key: string | null;
  receipt: string | null;
  stamps: { authority: string; at: string; ends: string }[];
}
const KNOWN = `SELECT c.id, c.url, c.platform, c.outcome, o.observation, c.ground, c.title, c.author, c.reason, s.name AS "orderedBy", c.started_at AS "startedAt", c.ended_at AS "endedAt",
    e.sha256, e.bytes::float8 AS bytes, e.sealed_at AS "sealedAt", k.digest, k.key,
    (SELECT p.sha256 FROM crawl.capture_parts p WHERE p.capture_id = c.id AND p.name = 'receipt') AS receipt,
    (SELECT coalesce(json_agg(json_build_object('authority', m.authority, 'at', m.stamped_at, 'ends', m.ends_at) ORDER BY m.number), '[]') FROM crawl.time_stamps m WHERE m.capture_id = c.id) AS stamps
  FROM crawl.captures c JOIN core.evidence_items e ON e.id = c.evidence_id LEFT JOIN crawl.observations o ON o.capture_id = c.id LEFT JOIN core.staff s ON s.id = c.ordered_by LEFT JOIN crawl.package_seals k ON k.capture_id = c.id
  WHERE c.id = $1`;

@Injectable()
export class CertifiedView {
  async of(tx: Tx, captureId: string): Promise<Known> {
    const [found] = await tx.query<Known[]>(KNOWN, [captureId]);
    if (!found) throw new Problem('missing');
    return found;
  }
}
