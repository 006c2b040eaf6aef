import { Injectable, Logger } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import '../core/evidence/events.js';
import { hashOf } from '../core/evidence/hash-of.js';
import { EvidenceStore } from '../core/evidence/store.js';
import { Problem } from '../core/problem/problem.js';
import { EvidenceParts, type SealedItem } from './evidence-parts.view.js';

export interface VerifiedPart {
  name: string;
  bytes: number;
  /** as it was sealed */
  sha256: string;
  /** as the store holds it now; null where nothing lies there */
  found: string | null;
  holds: boolean;
}
export interface EvidenceVerification {
  evidenceId: string;
  captureId: string | null;
  verified: boolean;
  parts: VerifiedPart[];
  at: Date;
}

/** Computes the hash of every sealed byte of an evidence item anew, from the store itself. It is a look, so it stands on the log, and so does what was damaged. */
@Injectable()
export class VerifyEvidence {
  private readonly logger = new Logger('evidence');
  constructor(
    private readonly db: Db,
    private readonly evidence: EvidenceParts,
    private readonly store: EvidenceStore,
    private readonly log: Log,
  ) {}

  async run(by: { staffId: string }, evidenceId: string): Promise<EvidenceVerification> {
    const item = await this.db.read((tx) => this.evidence.of(tx, by, evidenceId));
    const parts: VerifiedPart[] = [];
    for (const part of item.parts) {
      const found = await this.found(part.sha256);
      parts.push({ ...part, found, holds: found === part.sha256 });
    }
    const verified = parts.every((p) => p.holds);
    await this.tell(by, evidenceId, item, parts, verified);
    return { evidenceId, captureId: item.captureId, verified, parts, at: new Date() };
  }

  private async found(sha256: string): Promise<string | null> {
    try {
      return await hashOf(await this.store.open(sha256));
    } catch (error) {
      if (error instanceof Problem && error.code === 'missing') return null;
      throw error;
    }
  }

  private tell(by: { staffId: string }, evidenceId: string, item: SealedItem, parts: VerifiedPart[], verified: boolean): Promise<void> {
    const { captureId, subject } = item;
    return this.db.tx(async (tx) => {
      const common = { v: 1, public: {}, actor: by.staffId, subject: subject ?? evidenceId } as const;
      for (const { name, sha256 } of parts.filter((p) => !p.holds)) {
        this.logger.error(`The object ${sha256} of the evidence store is gone or was changed: bring it back from a backup`);
        await this.log.append(tx, { ...common, type: 'evidence.damaged', office: { of: captureId ?? evidenceId, part: name } });
      }
      await this.log.append(tx, { ...common, type: 'evidence.verified', office: { evidenceId, captureId, verified } });
    });
  }
}
