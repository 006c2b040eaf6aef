import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';

/** One database transaction; every repository method takes it explicitly. */
export type Tx = EntityManager;
export const DATA_SOURCE = Symbol("the app's connection");

const CANCELLED = '57014';
const SERIALISATION = new Set(['40001', '40P01']);
const NOTICE_MS = 10;

/** Marks the transaction: once it is committed, the workers are told that something waits. */
export const tellWorkers = (tx: Tx): void => {
  if (tx.queryRunner) tx.queryRunner.data.tellWorkers = true;
};

/** The door to PostgreSQL for use-cases: `tx` for acts, `read` for views. */
@Injectable()
export class Db {
  private notice?: NodeJS.Timeout;
  constructor(@Inject(DATA_SOURCE) private readonly source: DataSource) {}

  /** Runs `fn` in one transaction, again (three times at most) when PostgreSQL asks for that. */
  async tx<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        let tell = false;
        const result = await this.source.transaction(async (tx) => {
          const made = await fn(tx);
          tell = tx.queryRunner?.data.tellWorkers === true;
          return made;
        });
        if (tell) this.tell();
        return result;
      } catch (error) {
        if (attempt === 3 || !SERIALISATION.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  /** For an act of one statement, which is a transaction by itself: no round trips to begin and to commit. */
  async single<T>(fn: (tx: Tx) => Promise<T>, { tells = false } = {}): Promise<T> {
    const result = await fn(this.source.manager);
    if (tells) this.tell();
    return result;
  }

  /** One statement, a transaction by itself. */
  once<T>(sql: string, values: unknown[] = []): Promise<T> {
    return this.source.query<T>(sql, values);
  }

  /** A read-only snapshot: what one screen shows agrees with itself. */
  read<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('SET TRANSACTION READ ONLY');
      return fn(tx);
    });
  }

  /** The same for what may take long: null when it would have taken longer than this. */
  readWithin<T>(ms: number, fn: (tx: Tx) => Promise<T>): Promise<T | null> {
    return this.read(async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = ${Math.max(1, Math.ceil(ms))}`);
      return fn(tx);
    }).catch((error: { code?: string }) => {
      if (error.code === CANCELLED) return null;
      throw error;
    });
  }

  /** One notice for all that was committed within a few milliseconds: a NOTIFY inside each transaction would let commits pass one by one. */
  private tell(): void {
    this.notice ??= setTimeout(() => {
      this.notice = undefined;
      void this.source.query(`SELECT pg_notify('lachan_deliveries', '')`).catch(() => undefined); // the sweep comes anyway
    }, NOTICE_MS).unref();
  }
}
