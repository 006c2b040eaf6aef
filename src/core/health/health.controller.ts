import { Controller, Get } from '@nestjs/common';
import { Db } from '../database/db.js';
import { Open } from '../identity/index.js';
import { Problem } from '../problem/problem.js';

const PATIENCE_MS = 2_000;

export interface Alive {
  alive: true;
}
export interface Ready {
  ready: true;
}

/** For whoever watches the machine: is the process alive, and can it do its work? */
@Controller('health')
export class HealthController {
  constructor(private readonly db: Db) {}

  /** Is this process alive? */
  @Get('live')
  @Open()
  live(): Alive {
    return { alive: true };
  }

  /** Can it do its work: does the database answer? */
  @Get('ready')
  @Open()
  async ready(): Promise<Ready> {
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE_MS).unref());
    await Promise.race([this.db.read((tx) => tx.query('SELECT core.office_now()')), late]).catch(() => {
      throw new Problem('busy', { detail: 'The database does not answer' });
    });
    return { ready: true };
  }
}
