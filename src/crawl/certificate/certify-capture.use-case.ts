import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Custody } from '../../core/evidence/custody.js';
import type { Language } from './certificate-table.js';
import { PrintCertificate } from './print-certificate.use-case.js';
import { SealedCapture } from './sealed-capture.repository.js';

/** Gives the certificate of a capture to whoever says why; that stands in the custody of its package. */
@Injectable()
export class CertifyCapture {
  constructor(
    private readonly db: Db,
    private readonly captures: SealedCapture,
    private readonly custody: Custody,
    private readonly print: PrintCertificate,
  ) {}

  async run(by: { staffId: string }, captureId: string, language: Language, reason: string): Promise<Buffer> {
    await this.db.tx(async (tx) => {
      const { evidenceId, subject } = await this.captures.of(tx, by, captureId);
      const reasonId = await this.custody.reason(tx, by, reason);
      await this.custody.exported(tx, by, reasonId, { what: 'certificate', captureId, evidenceId, subject });
    });
    const [pdf] = await this.print.run(captureId, [language]);
    return pdf;
  }
}
