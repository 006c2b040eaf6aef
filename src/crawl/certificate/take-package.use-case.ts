import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Db } from '../../core/database/db.js';
import { Custody } from '../../core/evidence/custody.js';
import { Evidence, type EvidenceItem } from '../../core/evidence/evidence.js';
import { SealedBytes } from '../../core/evidence/sealed-bytes.js';
import { SealedCapture } from './sealed-capture.repository.js';

/** Gives a whole package to whoever says why; that stands in its custody before a byte leaves. */
@Injectable()
export class TakePackage {
  constructor(
    private readonly db: Db,
    private readonly captures: SealedCapture,
    private readonly evidence: Evidence,
    private readonly sealed: SealedBytes,
    private readonly custody: Custody,
  ) {}

  async run(by: { staffId: string }, captureId: string, reason: string): Promise<{ item: EvidenceItem; bytes: Readable }> {
    const { item, subject } = await this.db.tx(async (tx) => {
      const { evidenceId, subject } = await this.captures.of(tx, by, captureId);
      const reasonId = await this.custody.reason(tx, by, reason);
      await this.custody.exported(tx, by, reasonId, { what: 'package', captureId, evidenceId, subject });
      return { item: await this.evidence.get(tx, evidenceId), subject };
    });
    return { item, bytes: await this.sealed.open(item.sha256, { of: captureId, part: 'package', subject, actor: by.staffId }) };
  }
}
