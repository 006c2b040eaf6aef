import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../core/config.js';
import type { ChainFault } from '../core/events/verify.js';
import { readHeads, verifyLog } from '../core/events/verify-log.js';
import { officeTable } from './office-table.js';

/** What the check of the log found, or that it is running still. */
export type LogCheck = CheckedLog | CheckingLog;
export interface CheckedLog {
  state: 'done';
  holds: boolean;
  sealedTo: number | null;
  /** the last event that a signed head names */
  provedTo: number | null;
  seq: number | null;
  fault: ChainFault | null;
  says: string | null;
  heads: number;
  /** sealed events that cannot have been written when they say: how many, and the first */
  misdated: { count: number; seq: number } | null;
  lastHead: { seq: number; at: string } | null;
  checkedAt: Date;
  seconds: number;
}
export interface CheckingLog {
  state: 'running';
  since: Date;
  /** the event that it has come to */
  at: number;
}

/** Verifies the whole log against the heads outside. One check at a time, however many ask; who waited long enough is told to come back. */
@Injectable()
export class CheckLog {
  private running: { since: Date; at: number; verdict: Promise<CheckedLog> } | null = null;
  private last: CheckedLog | null = null;
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async run(): Promise<LogCheck> {
    if (!this.running) {
      if (this.last && Date.now() - this.last.checkedAt.getTime() < officeTable.verify_again_seconds * 1_000) return this.last;
      const since = new Date();
      const verdict = this.check(since).finally(() => {
        this.running = null;
      });
      verdict.catch(() => undefined); // those who wait get the error; nobody may be waiting any more
      this.running = { since, at: 0, verdict };
    }
    const { verdict } = this.running;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<CheckingLog>((resolve) => {
      timer = setTimeout(() => resolve(this.now() as CheckingLog), officeTable.verify_wait_seconds * 1_000);
    });
    return Promise.race([verdict, late]).finally(() => clearTimeout(timer));
  }

  /** The check that runs, else the last one since the house was opened. */
  now(): LogCheck | null {
    return this.running ? { state: 'running', since: this.running.since, at: this.running.at } : this.last;
  }

  private async check(since: Date): Promise<CheckedLog> {
    const dir = join(this.config.dataDir, 'heads');
    const verdict = await verifyLog(this.config.readerUrl, dir, {
      told: (seq) => {
        if (this.running) this.running.at = seq;
      },
    });
    const kept = readHeads(dir);
    const lastHead = kept.length > 0 ? { seq: Number(kept[kept.length - 1].seq), at: kept[kept.length - 1].at } : null;
    const told = verdict.holds
      ? {
          sealedTo: Number(verdict.sealedTo),
          provedTo: Number(verdict.provedTo),
          seq: null,
          fault: null,
          says: null,
          heads: verdict.heads,
          misdated: verdict.misdated && { count: verdict.misdated.count, seq: Number(verdict.misdated.seq) },
        }
      : {
          sealedTo: null,
          provedTo: null,
          seq: verdict.seq === null ? null : Number(verdict.seq),
          fault: verdict.fault,
          says: verdict.says,
          heads: kept.length,
          misdated: null,
        };
    const checkedAt = new Date();
    this.last = {
      state: 'done',
      holds: verdict.holds,
      ...told,
      lastHead,
      checkedAt,
      seconds: Math.round((checkedAt.getTime() - since.getTime()) / 100) / 10,
    };
    return this.last;
  }
}
