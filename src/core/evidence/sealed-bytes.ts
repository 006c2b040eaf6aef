import { Injectable, Logger } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import './events.js';
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
      if (!(error instanceof Problem) || error.code !== 'evidence-damaged') throw error;
      this.logger.error(`The object ${sha256} of the evidence store was changed: bring it back from a backup`);
      await this.db.tx((tx) => this.log.append(tx, { type: 'evidence.damaged', v: 1, public: {}, office: { of, part }, actor, subject }));
      throw error;
    }
  }
}
