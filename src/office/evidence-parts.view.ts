import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import { barredRecords } from './barred-records.view.js';

/** An evidence item with all that was sealed of it, by name. */
export interface SealedItem {
  kind: 'capture' | 'submission' | 'document' | 'file';
  captureId: string | null;
  /** the record under which its looks stand in the log */
  subject: string | null;
  parts: { name: string; sha256: string; bytes: number }[];
}
interface Row {
  purged: boolean;
  kind: SealedItem['kind'];
  sha256: string;
  bytes: number;
  captureId: string | null;
  postId: string | null;
  takedownId: string | null;
  /** the record, decision or annulment that it was printed of */
  printedOf: string | null;
  cases: string[];
}
const ITEM = `SELECT EXISTS (SELECT 1 FROM core.evidence_tombstones t WHERE t.evidence_id = i.id) AS purged, i.kind, i.sha256, i.bytes::float8 AS bytes, c.id AS "captureId", coalesce(c.post_id, a.post_id) AS "postId", d.takedown_id AS "takedownId", coalesce(o.penalty_id, o.violation_id) AS "printedOf",
    ARRAY(SELECT DISTINCT x.case_id::text FROM cases.exhibits x WHERE x.evidence_id = i.id) AS cases
  FROM core.evidence_items i LEFT JOIN crawl.captures c ON c.evidence_id = i.id LEFT JOIN intake.addresses a ON a.evidence_id = i.id LEFT JOIN enforcement.deliveries d ON d.evidence_id = i.id
    LEFT JOIN enforcement.documents o ON o.evidence_id = i.id
  WHERE i.id = $1 LIMIT 1`;
const PARTS = `SELECT p.name, p.sha256, p.bytes::float8 AS bytes FROM crawl.capture_parts p WHERE p.capture_id = $1 ORDER BY p.name`;

/** What was sealed of an evidence item; whoever is barred from what it belongs to finds nothing. */
@Injectable()
export class EvidenceParts {
  async of(tx: Tx, reader: { staffId: string }, evidenceId: string): Promise<SealedItem> {
    const [row] = await tx.query<Row[]>(ITEM, [evidenceId]);
    if (!row) throw new Problem('missing');
    const { kind, captureId, postId, takedownId, printedOf, cases } = row;
    const barred = new Set(await barredRecords(tx, reader.staffId));
    if ([captureId, postId, takedownId, printedOf, ...cases].some((id) => id !== null && barred.has(id))) throw new Problem('missing');
    if (row.purged) throw new Problem('purged');
    const parts = captureId ? await tx.query<SealedItem['parts']>(PARTS, [captureId]) : [];
    const whole = { name: 'package', sha256: row.sha256, bytes: row.bytes };
    return {
      kind,
      captureId,
      subject: postId ?? takedownId ?? printedOf ?? cases[0] ?? null,
      parts: parts.some((p) => p.sha256 === row.sha256) ? parts : [whole, ...parts],
    };
  }
}
