import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db } from '../../core/database/db.js';
import { timeStampTable as table } from '../engine/index.js';
import { PackageSeals } from './package-seals.repository.js';
import { SealPackage } from './seal-package.use-case.js';

const DAY = 86_400_000;
export interface Restamped {
  /** packages that have no time stamp, and those whose newest one ends before long or that were asked for */
  unstamped: number;
  ending: number;
}

/** Orders a time stamp for every package that wants one: one after the other, by the worker. */
@Injectable()
export class Restamp {
  constructor(
    private readonly db: Db,
    private readonly seals: PackageSeals,
    private readonly sealing: SealPackage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run({ all }: { all: boolean }): Promise<Restamped> {
    if (this.config.timestampAuthorities.length === 0) throw new Error('TIMESTAMP_AUTHORITIES names no authority that could be asked');
    const before = all ? null : new Date(Date.now() + table.renew_days_before * DAY);
    return this.db.tx(async (tx) => {
      const wanting = await this.seals.wanting(tx, before);
      await this.sealing.stampAll(
        tx,
        wanting.map(({ id, stamped }) => ({ captureId: id, why: !stamped ? 'first' : all ? 'wanted' : 'renew' })),
      );
      const ending = wanting.filter((w) => w.stamped).length;
      return { unstamped: wanting.length - ending, ending };
    });
  }
}
