import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Custody } from '../../core/evidence/custody.js';
import { Bars } from '../../core/identity/bars.js';
import { Problem } from '../../core/problem/problem.js';
import { CapturesRepository } from '../captures.repository.js';
import type { Language } from './certificate-table.js';
import { PrintCertificate } from './print-certificate.use-case.js';

/** Gives the certificate of a capture to whoever says why; that stands in the custody of its package. */
@Injectable()
export class CertifyCapture {
  constructor(
    private readonly db: Db,
    private readonly captures: CapturesRepository,
    private readonly bars: Bars,
    private readonly custody: Custody,
    private readonly print: PrintCertificate,
  ) {}

  async run(by: { staffId: string }, captureId: string, language: Language, reason: string): Promise<Buffer> {
    await this.db.tx(async (tx) => {
      const { postId } = await this.captures.get(tx, captureId);
      await this.bars.refuse(tx, by, postId);
      const [sealed] = await tx.query<{ evidenceId: string }[]>(
        'SELECT evidence_id AS "evidenceId" FROM crawl.captures WHERE id = $1 AND evidence_id IS NOT NULL',
        [captureId],
      );
      if (!sealed) throw new Problem('missing');
      const reasonId = await this.custody.reason(tx, by, reason);
      await this.custody.exported(tx, by, reasonId, { what: 'certificate', captureId, subject: postId, ...sealed });
    });
    const [pdf] = await this.print.run(captureId, [language]);
    return pdf;
  }
}
