import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Day } from '../penalty/day.js';
import type { FormCode } from './models.js';
import { currentSetup, setupBytes, setupHash, type PrintSetup } from './print-setup.js';

/** What documents were written with, kept for as long as the contents that name it. */
@Injectable()
export class PrintSetupRepository {
  /** Keeps the tables as they are; the hash by which a content names them. */
  async keep(tx: Tx, code: FormCode | null, day: Day): Promise<string | null> {
    const setup = currentSetup(code, day);
    const sha256 = setupHash(setup);
    if (setup)
      await tx.query('INSERT INTO enforcement.print_setups (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        sha256,
        setupBytes(setup),
      ]);
    return sha256;
  }
  /** Null for a content that names none. */
  async get(tx: Tx, sha256: string | null | undefined): Promise<PrintSetup | null> {
    if (!sha256) return null;
    return (await this.all(tx, [sha256])).get(sha256)!;
  }
  async all(tx: Tx, hashes: readonly string[]): Promise<Map<string, PrintSetup>> {
    const rows = await tx.query<{ sha256: string; bytes: Buffer }[]>(
      'SELECT sha256, bytes FROM enforcement.print_setups WHERE sha256 = ANY($1::text[])',
      [hashes],
    );
    return new Map(rows.map((row) => [row.sha256, JSON.parse(row.bytes.toString('utf8')) as PrintSetup]));
  }
}
