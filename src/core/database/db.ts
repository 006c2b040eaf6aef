import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { PREPARED } from './preparing-client.js';

/** One database transaction; every repository method takes it explicitly. */
export type Tx = EntityManager;
export const DATA_SOURCE = Symbol("the app's connection");

const CANCELLED = '57014';
const SERIALISATION = new Set(['40001', '40P01']);
const NOTICE_MS = 25;
/** characters of one notice; PostgreSQL takes 8,000 bytes */
const PAYLOAD = 7_000;

/** Marks the transaction: once it is committed, the workers are told that something waits. */
export const tellWorkers = (tx: Tx): void => {
  if (tx.queryRunner) tx.queryRunner.data.tellWorkers = true;
};
/** Marks the transaction: once it is committed, whoever looks at the office hears that this kind of thing happened. */
export const tellOffice = (tx: Tx, kind: string): void => {
  if (tx.queryRunner) ((tx.queryRunner.data.tellOffice ??= new Set()) as Set<string>).add(kind);
};

/** The door to PostgreSQL for use-cases: `tx` for acts, `read` for views. */
@Injectable()
export class Db {
  private notice?: NodeJS.Timeout;
  private readonly told = { workers: false, office: new Set<string>() };
  constructor(@Inject(DATA_SOURCE) private readonly source: DataSource) {}

  /** Runs `fn` in one transaction, again (three times at most) when PostgreSQL asks for that. */
  async tx<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        let marks: Record<string, unknown> = {};
        const result = await this.source.transaction(async (tx) => {
          const made = await fn(tx);
          marks = { ...tx.queryRunner?.data };
          return made;
        });
        this.tell(marks.tellWorkers === true, (marks.tellOffice as Set<string> | undefined) ?? []);
        return result;
      } catch (error) {
        if (attempt === 3 || !SERIALISATION.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  /** For an act of one statement, which is a transaction by itself: no round trips to begin and to commit. `tells` of what happened by it. */
  async single<T>(fn: (tx: Tx) => Promise<T>, { tells }: { tells?: string } = {}): Promise<T> {
    const result = await fn(this.source.manager);
    if (tells) this.tell(true, [tells]);
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
  private tell(workers: boolean, office: Iterable<string>): void {
    this.told.workers ||= workers;
    for (const kind of office) this.told.office.add(kind);
    if (!this.told.workers && this.told.office.size === 0) return;
    this.notice ??= setTimeout(() => {
      this.notice = undefined;
      const notices = [
        ...(this.told.workers ? [['lachan_deliveries', '']] : []),
        ...payloads(this.told.office).map((p) => ['lachan_office', p]),
      ];
      this.told.workers = false;
      this.told.office.clear();
      const [channels, texts] = [notices.map(([channel]) => channel), notices.map(([, text]) => text)];
      void this.source
        .query(`${PREPARED}SELECT pg_notify(channel, text) FROM unnest($1::text[], $2::text[]) AS n (channel, text)`, [channels, texts])
        .catch(() => undefined); // the sweep comes anyway, and every screen reads anew now and then
    }, NOTICE_MS).unref();
  }
}

/** Kinds in lines, as many to a notice as PostgreSQL carries. */
function payloads(kinds: Iterable<string>): string[] {
  const full: string[] = [];
  let open = '';
  for (const kind of kinds) {
    if (open && open.length + kind.length >= PAYLOAD) {
      full.push(open);
      open = '';
    }
    open += open ? `\n${kind}` : kind;
  }
  return open ? [...full, open] : full;
}
