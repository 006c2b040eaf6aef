import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Bars } from '../../core/identity/bars.js';
import { Problem } from '../../core/problem/problem.js';

@Injectable()
export class SealedCapture {
  constructor(private readonly bars: Bars) {}

  /** The evidence that a capture was sealed as, and under which record its looks stand; nothing for whoever is barred. */
  async of(tx: Tx, reader: { staffId: string }, captureId: string): Promise<{ evidenceId: string; subject: string }> {
    const [found] = await tx.query<{ evidenceId: string; subject: string }[]>(
      'SELECT evidence_id AS "evidenceId", post_id AS subject FROM crawl.captures WHERE id = $1 AND evidence_id IS NOT NULL',
      [captureId],
    );
    if (!found) throw new Problem('missing');
    await this.bars.refuse(tx, reader, found.subject);
    return found;
  }
}
