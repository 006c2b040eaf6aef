import { Injectable } from '@nestjs/common';
import { Db } from './database/db.js';

/** What this database has been used for. */
@Injectable()
export class InstallationView {
  constructor(private readonly db: Db) {}

  async past(): Promise<{ demo: boolean; seeded: boolean; clockMoved: boolean }> {
    const [row] = await this.db.once<{ demo: boolean; seeded: boolean; clockMoved: boolean }[]>(
      `SELECT demo, seeded_at IS NOT NULL AS seeded, clock_offset <> '0' AS "clockMoved" FROM core.installation`,
    );
    return row;
  }
}
