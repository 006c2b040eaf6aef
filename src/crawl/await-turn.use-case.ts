import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import { NotYet } from '../core/events/not-yet.js';
import { CapturesRepository, type CaptureRow } from './captures.repository.js';
import { crawlTable } from './crawl-table.js';
import { captureSeconds } from './engine/index.js';
import { HostTurns } from './host-turns.repository.js';
import { hostOf } from './host-of.js';

const SEAL_SECONDS = 30;
const MINUTE_SECONDS = 60;

/** A host is asked by one capture at a time and at a pace; targets opened on purpose are the office's own and know no turns. */
@Injectable()
export class AwaitTurn {
  constructor(
    private readonly db: Db,
    private readonly captures: CapturesRepository,
    private readonly turns: HostTurns,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Does it when the turn of this capture has come, else throws `NotYet`. */
  async during<T>(order: CaptureRow, act: () => Promise<T>): Promise<T> {
    const host = hostOf(order.url, this.config.captureAllow);
    if (host === null) return act();
    const pace = { secondsApart: MINUTE_SECONDS / crawlTable.host_per_minute, holdSeconds: captureSeconds + SEAL_SECONDS };
    const wait = await this.db.tx(async (tx) => {
      const seconds = await this.turns.take(tx, host, order.id, pace);
      await this.captures.waits(tx, order.id, seconds);
      return seconds;
    });
    if (wait > 0) throw new NotYet(wait, `the turn of this capture at ${host} comes in ${wait} s`);
    try {
      return await act();
    } finally {
      await this.db.tx((tx) => this.turns.leave(tx, host, order.id));
    }
  }
}
