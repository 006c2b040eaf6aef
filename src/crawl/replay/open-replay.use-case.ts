import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Bars } from '../../core/identity/bars.js';
import { checkedReason } from '../../core/identity/personal-data.js';
import { newToken, tokenHash } from '../../core/identity/secrets.js';
import { CapturesRepository } from '../captures.repository.js';
import { crawlTable } from '../crawl-table.js';
import '../events.js';
import { ReplaysRepository } from './replays.repository.js';

export interface OpenedReplay {
  /** on the evidence origin; whoever has it sees this one capture */
  url: string;
  endsAt: Date;
}

/** Opens the replay of one capture for some minutes to somebody who says why; that it was opened is on the log before anything is seen. */
@Injectable()
export class OpenReplay {
  constructor(
    private readonly db: Db,
    private readonly captures: CapturesRepository,
    private readonly bars: Bars,
    private readonly replays: ReplaysRepository,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(by: { staffId: string }, captureId: string, reason: string): Promise<OpenedReplay> {
    const ticket = newToken();
    return this.db.tx(async (tx) => {
      const { postId } = await this.captures.get(tx, captureId);
      await this.bars.refuse(tx, by, postId);
      await this.captures.part(tx, captureId, 'package');
      const { id, endsAt } = await this.replays.open(tx, {
        captureId,
        reason: checkedReason(reason),
        by: by.staffId,
        ticket: tokenHash(ticket),
        minutes: crawlTable.replay_minutes,
      });
      await this.log.append(tx, {
        type: 'evidence.read',
        v: 1,
        public: {},
        office: { captureId, part: 'replay', replayId: id },
        actor: by.staffId,
        subject: postId,
      });
      return { url: `${this.config.evidenceUrl.replace(/\/$/, '')}/replay/${ticket}`, endsAt };
    });
  }
}
