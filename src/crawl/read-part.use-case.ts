import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { SealedBytes } from '../core/evidence/sealed-bytes.js';
import { Problem } from '../core/problem/problem.js';
import { CapturesRepository, type Part } from './captures.repository.js';
import { isShown } from './shown-part.js';
import './events.js';
import './problems.js';
import { Bars } from '../core/identity/bars.js';

/** Shows a picture of a capture; what is no picture leaves for a reason only. Every reading is on the log before a byte leaves, and none leaves that was not sealed. */
@Injectable()
export class ReadPart {
  constructor(
    private readonly db: Db,
    private readonly captures: CapturesRepository,
    private readonly bars: Bars,
    private readonly sealed: SealedBytes,
    private readonly log: Log,
  ) {}

  async run(by: { staffId: string }, captureId: string, name: string): Promise<{ part: Part; bytes: Readable }> {
    const { part, postId } = await this.db.tx(async (tx) => {
      const { postId } = await this.captures.get(tx, captureId);
      await this.bars.refuse(tx, by, postId);
      const found = await this.captures.part(tx, captureId, name);
      if (!isShown(found.mediaType)) throw new Problem('taken-for-a-reason');
      await this.log.append(tx, {
        type: 'evidence.read',
        v: 1,
        public: {},
        office: { captureId, part: name },
        actor: by.staffId,
        subject: postId,
      });
      return { part: found, postId };
    });
    return { part, bytes: await this.sealed.open(part.sha256, { of: captureId, part: name, subject: postId, actor: by.staffId }) };
  }
}
