import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { projectRoot } from '../../core/config.js';
import { startEmbedded, type Embedded } from '../../core/database/embedded/launcher.js';
import { makeDatabase } from '../../core/database/embedded/logins.js';
import { Child } from './child.js';
import { Refusal, takeHouse } from './single.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const script = (name: string): string => join(import.meta.dirname, '..', name);
const DATABASE = 'lachan';
const READY_MS = 60_000;

/** The house on one machine: database, serve, worker. The same processes run apart in production. */
class House {
  private database?: Embedded;
  private children: Child[] = [];
  private release: () => void = () => undefined;
  private readonly dataDir = resolve(process.env.LACHAN_DATA ?? join(projectRoot, 'data'));
  private readonly port = Number(process.env.PORT ?? 4100);

  async start(): Promise<void> {
    mkdirSync(this.dataDir, { recursive: true });
    this.release = takeHouse(this.dataDir);
    await this.refuseTakenPort();
    const env = { ...process.env, LACHAN_DATA: this.dataDir, PORT: String(this.port), ...(await this.databaseEnv()) };
    say('Bringing the database to the newest schema…');
    const migrated = spawnSync(process.execPath, ['--no-warnings', script('migrate.js')], { env, stdio: ['ignore', 'inherit', 'inherit'] });
    if (migrated.status !== 0) throw new Refusal('The database could not be brought to the newest schema; the lines above say why.');
    this.children = ['serve', 'worker'].map((name) => new Child(name, script(`${name}.js`), env, say));
    for (const child of this.children) child.start();
    await this.ready();
    say(`\nLá Chắn is open: http://localhost:${this.port}/\nData: ${this.database?.movedFrom ? `${this.dataDir} (database: ${this.database.home})` : this.dataDir}\nCtrl-C closes it.`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
    this.database?.stop();
    this.release();
  }

  /** The embedded database, unless the environment names one of its own. */
  private async databaseEnv(): Promise<NodeJS.ProcessEnv> {
    if (process.env.DATABASE_URL) return {};
    if (process.env.NODE_ENV === 'production') throw new Refusal('NODE_ENV=production needs DATABASE_URL: the embedded database is for one machine\'s trial.');
    say('Starting the embedded PostgreSQL…');
    this.database = await startEmbedded(join(this.dataDir, 'postgres'));
    await makeDatabase(this.database.urls('postgres').owner, DATABASE);
    const urls = this.database.urls(DATABASE);
    return { DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner, DATABASE_READER_URL: urls.reader, DATABASE_QUEUE_URL: urls.queue };
  }

  private refuseTakenPort(): Promise<void> {
    return new Promise((done, refuse) => {
      const server = createServer();
      server.once('error', () => refuse(new Refusal(`Port ${this.port} is taken by another program; set PORT to a free one.`)));
      server.listen(this.port, '127.0.0.1', () => server.close(() => done()));
    });
  }

  private async ready(): Promise<void> {
    for (const until = Date.now() + READY_MS; Date.now() < until; await new Promise((r) => setTimeout(r, 100))) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
    }
    throw new Refusal('The server did not become ready within a minute; the lines above say why.');
  }
}

const house = new House();
let closing = false;
async function close(code: number): Promise<void> {
  if (closing) return;
  closing = true;
  await house.stop();
  process.exit(code);
}
process.on('SIGINT', () => { say('\nClosing…'); void close(0); });
process.on('SIGTERM', () => void close(0));
process.on('disconnect', () => void close(0));
house.start().catch((error: NodeJS.ErrnoException) => {
  const full = error.code === 'ENOSPC' || /disk is full|No space left/.test(error.message);
  process.stderr.write(`${full ? 'The disk is full: free some room and start again.' : error instanceof Refusal ? error.message : error.stack}\n`);
  void close(1);
});
