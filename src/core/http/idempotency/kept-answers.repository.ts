import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Db } from '../../database/db.js';
import { decrypt, encrypt } from '../../identity/secrets.js';
import type { RunningKey } from './running-key.js';

/** What was answered: a value with its status, or the problem that was thrown. */
export interface Answer {
  status: number;
  value?: unknown;
  problem?: { code: string; details: Record<string, unknown> };
}
export type Claimed =
  | { state: 'mine'; key: RunningKey }
  | { state: 'answered'; answer: Answer }
  | { state: 'running' | 'other-request' | 'answer-lost' };

const LEASE_SECONDS = 30;
const KEPT_HOURS = 24;
const SWEPT_AT_ONCE = 200;
const PURPOSE = 'idempotency';

interface Row {
  fence: number;
  sameRequest: boolean;
  effected: boolean;
  over: boolean;
  status: number | null;
  answer: Buffer | null;
}

/** First answers, kept a day and encrypted, since they may name people. */
@Injectable()
export class KeptAnswers {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes the key for this call, or tells what became of the call that has it. */
  async claim(hash: Buffer, requestHash: Buffer): Promise<Claimed> {
    await this.sweep(hash);
    const [made] = await this.db.once<unknown[]>(
      `INSERT INTO core.idempotency (key_hash, request_hash, lease_until) VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3))
       ON CONFLICT DO NOTHING RETURNING fence`,
      [hash, requestHash, LEASE_SECONDS],
    );
    if (made) return { state: 'mine', key: { hash, fence: 1 } };
    return this.found(hash, requestHash);
  }

  /** Keeps the answer, unless a later try has taken over. */
  async keep({ hash, fence }: RunningKey, { status, ...rest }: Answer): Promise<void> {
    await this.db.once('UPDATE core.idempotency SET status = $3, answer = $4 WHERE key_hash = $1 AND fence = $2', [
      hash,
      fence,
      status,
      encrypt(this.config.secret, PURPOSE, JSON.stringify(rest)),
    ]);
  }
  /** Gives the key back after a failure: free when nothing was written, else known as done without an answer. */
  async release({ hash, fence }: RunningKey): Promise<void> {
    await this.db.once('DELETE FROM core.idempotency WHERE key_hash = $1 AND fence = $2 AND status IS NULL AND NOT effected', [
      hash,
      fence,
    ]);
    await this.db.once(
      'UPDATE core.idempotency SET lease_until = clock_timestamp() WHERE key_hash = $1 AND fence = $2 AND status IS NULL',
      [hash, fence],
    );
  }

  private async found(hash: Buffer, requestHash: Buffer): Promise<Claimed> {
    const [row] = await this.db.once<Row[]>(
      `SELECT fence, request_hash = $2 AS "sameRequest", effected, lease_until < clock_timestamp() AS over, status, answer FROM core.idempotency WHERE key_hash = $1`,
      [hash, requestHash],
    );
    if (!row) return { state: 'running' };
    if (!row.sameRequest) return { state: 'other-request' };
    if (row.answer)
      return {
        state: 'answered',
        answer: { status: row.status!, ...(JSON.parse(decrypt(this.config.secret, PURPOSE, row.answer)) as object) },
      };
    if (!row.over) return { state: 'running' };
    if (row.effected) return { state: 'answer-lost' };
    return this.takeOver(hash, row.fence);
  }
  private async takeOver(hash: Buffer, fence: number): Promise<Claimed> {
    const [, taken] = await this.db.once<[unknown, number]>(
      `UPDATE core.idempotency SET fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => $3)
       WHERE key_hash = $1 AND fence = $2 AND NOT effected AND status IS NULL`,
      [hash, fence, LEASE_SECONDS],
    );
    return taken === 1 ? { state: 'mine', key: { hash, fence: fence + 1 } } : { state: 'running' };
  }
  private async sweep(hash: Buffer): Promise<void> {
    await this.db.once(
      `DELETE FROM core.idempotency WHERE key_hash IN (SELECT key_hash FROM core.idempotency
         WHERE created_at < clock_timestamp() - make_interval(hours => $2) ORDER BY key_hash = $1 DESC, created_at LIMIT $3 FOR UPDATE SKIP LOCKED)`,
      [hash, KEPT_HOURS, SWEPT_AT_ONCE],
    );
  }
}
