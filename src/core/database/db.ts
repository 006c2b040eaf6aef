import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';

/** One database transaction; every repository method takes it explicitly. */
export type Tx = EntityManager;
export const DATA_SOURCE = Symbol('the app\'s connection');

const SERIALISATION = new Set(['40001', '40P01']);

/** The door to PostgreSQL for use-cases: `tx` for acts, `read` for views. */
@Injectable()
export class Db {
  constructor(@Inject(DATA_SOURCE) private readonly source: DataSource) {}

  /** Runs `fn` in one transaction, again (three times at most) when PostgreSQL asks for that. */
  async tx<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.source.transaction(fn);
      } catch (error) {
        if (attempt === 3 || !SERIALISATION.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  /** A read-only snapshot: what one screen shows agrees with itself. */
  read<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('SET TRANSACTION READ ONLY');
      return fn(tx);
    });
  }
}
