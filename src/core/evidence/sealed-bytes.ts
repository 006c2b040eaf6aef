import { Injectable, Logger } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import './events.js';
import { hashOf } from './hash-of.js';
import { EvidenceStore } from './store.js';

/** Which bytes somebody asks for, so that damage can be found again. */
interface About {
  of: string;
  part: string;
  subject: string;
  actor: string;
}

/** Hands out bytes as sealed only when they are; damage stands on the log, and is told to whoever runs the machine. */
@Injectable()
export class SealedBytes {
  private readonly logger = new Logger('evidence');
  constructor(
    private readonly store: EvidenceStore,
    private readonly db: Db,
    private readonly log: Log,
  ) {}

  async open(sha256: string, { of, part, subject, actor }: About): Promise<Readable> {
    try {
      return await this.store.openSealed(sha256);
    } catch (error) {
      if (error instanceof Problem && error.code === 'evidence-damaged') await this.tell(sha256, { of, part, subject, actor });
      throw error;
    }
  }

  /** Whether the bytes are there and those that were sealed, by reading all of them now. */
  async holds(sha256: string, about: About): Promise<boolean> {
    const found = await this.store
      .open(sha256)
      .then(hashOf)
      .catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'missing') return null;
        throw error;
      });
    if (found !== sha256) await this.tell(sha256, about);
    return found === sha256;
  }

  private async tell(sha256: string, { of, part, subject, actor }: About): Promise<void> {
    this.logger.error(`The object ${sha256} of the evidence store was changed: bring it back from a backup`);
    await this.db.tx((tx) => this.log.append(tx, { type: 'evidence.damaged', v: 1, public: {}, office: { of, part }, actor, subject }));
  }
}
