import { join } from 'node:path';
import type { Settings } from '../../core/config.js';
import { startEmbedded, type Embedded } from '../../core/database/embedded/launcher.js';
import { makeDatabase } from '../../core/database/embedded/logins.js';

const DATABASE = 'lachan';
const WATCH_MS = 1_000;

/** The embedded database as a process of the house like the others: when it falls, it is started again. */
export class HouseDatabase {
  private watching = true;
  private constructor(
    private readonly embedded: Embedded,
    private readonly say: (line: string) => void,
  ) {}

  static async open({ dataDir }: Settings, say: (line: string) => void): Promise<HouseDatabase> {
    const embedded = await startEmbedded(join(dataDir, 'postgres'));
    await makeDatabase(embedded.urls('postgres').owner, DATABASE);
    return new HouseDatabase(embedded, say);
  }

  /** where it lies, if the system forced another place than the data folder */
  get elsewhere(): string | null {
    return this.embedded.movedFrom ? this.embedded.home : null;
  }
  get env(): NodeJS.ProcessEnv {
    const { app, owner, reader, purger, queue } = this.embedded.urls(DATABASE);
    return {
      DATABASE_URL: app,
      DATABASE_OWNER_URL: owner,
      DATABASE_READER_URL: reader,
      DATABASE_PURGER_URL: purger,
      DATABASE_QUEUE_URL: queue,
    };
  }

  async watch(): Promise<void> {
    let told = '';
    const tell = (line: string) => {
      if (line !== told) this.say(line);
      told = line;
    };
    for (; this.watching; await new Promise((r) => setTimeout(r, WATCH_MS).unref())) {
      if (this.embedded.alive()) {
        told = '';
        continue;
      }
      tell('PostgreSQL ended; it starts again');
      await this.embedded.revive().catch((error: Error) => tell(`${error.message}; it is tried again`));
    }
  }
  stop(): void {
    this.watching = false;
    this.embedded.stop();
  }
}
