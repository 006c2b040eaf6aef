import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Bars } from '../../core/identity/bars.js';
import { Problem } from '../../core/problem/problem.js';

@Injectable()
export class SealedCapture {
  constructor(private readonly bars: Bars) {}

  /** The evidence that a capture was sealed as, and under which record its looks stand; nothing for whoever is barred. */
  async of(tx: Tx, reader: { staffId: string }, captureId: string): Promise<{ evidenceId: string; subject: string }> {
    const [found] = await tx.query<{ evidenceId: string; subject: string; purged: boolean }[]>(
      `SELECT c.evidence_id AS "evidenceId", c.post_id AS subject, EXISTS (SELECT 1 FROM core.evidence_tombstones t WHERE t.evidence_id = c.evidence_id) AS purged
       FROM crawl.captures c WHERE c.id = $1 AND c.evidence_id IS NOT NULL`,
      [captureId],
    );
    if (!found) throw new Problem('missing');
    await this.bars.refuse(tx, reader, found.subject);
    if (found.purged) throw new Problem('purged');
    return { evidenceId: found.evidenceId, subject: found.subject };
  }
}
