import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Db } from '../../core/database/db.js';
import { Custody } from '../../core/evidence/custody.js';
import { SealedBytes } from '../../core/evidence/sealed-bytes.js';
import { CapturesRepository, type Part } from '../captures.repository.js';
import { SealedCapture } from './sealed-capture.repository.js';

/** Gives one part of a capture to whoever says why; that stands in the custody of its package before a byte leaves. */
@Injectable()
export class TakePart {
  constructor(
    private readonly db: Db,
    private readonly sealedCaptures: SealedCapture,
    private readonly captures: CapturesRepository,
    private readonly sealed: SealedBytes,
    private readonly custody: Custody,
  ) {}

  async run(by: { staffId: string }, captureId: string, name: string, reason: string): Promise<{ part: Part; bytes: Readable }> {
    const { part, subject } = await this.db.tx(async (tx) => {
      const { evidenceId, subject } = await this.sealedCaptures.of(tx, by, captureId);
      const part = await this.captures.part(tx, captureId, name);
      const reasonId = await this.custody.reason(tx, by, reason);
      await this.custody.exported(tx, by, reasonId, { what: name, captureId, evidenceId, subject });
      return { part, subject };
    });
    return { part, bytes: await this.sealed.open(part.sha256, { of: captureId, part: name, subject, actor: by.staffId }) };
  }
}
