import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { projectRoot } from '../../core/config.js';
import { startEmbedded, type Embedded } from '../../core/database/embedded/launcher.js';
import { makeDatabase } from '../../core/database/embedded/logins.js';
import { demoAccounts } from '../../demo/seed/tables.js';
import { Child } from './child.js';
import { Refusal, takeHouse } from './single.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const script = (name: string): string => join(import.meta.dirname, '..', name);
const DATABASE = 'lachan';
const READY_MS = 60_000;
const WATCH_MS = 1_000;

/** The house on one machine: database, serve, worker and, in the demo, the world outside. The same processes run apart in production. */
class House {
  private database?: Embedded;
  private children: Child[] = [];
  private get note(): string {
    return join(this.dataDir, 'house.json');
  }
  private watching = true;
  private release: () => void = () => undefined;
  private readonly dataDir = resolve(process.env.LACHAN_DATA ?? join(projectRoot, 'data'));
  private readonly port = Number(process.env.PORT ?? 4100);
  private readonly worldPort = Number(process.env.WORLD_PORT ?? 4180);
  private readonly demo = process.env.NODE_ENV !== 'production' && process.env.LACHAN_DEMO !== 'off';

  async start(): Promise<void> {
    mkdirSync(this.dataDir, { recursive: true });
    this.release = takeHouse(this.dataDir);
    await refuseTakenPort(this.port, 'PORT');
    if (this.demo) await refuseTakenPort(this.worldPort, 'WORLD_PORT');
    const base = await this.databaseEnv();
    const world = {
      WORLD_PORT: String(this.worldPort),
      WORLD_URL: `http://world.localhost:${this.worldPort}`,
      CAPTURE_ALLOW: `world.localhost:${this.worldPort}`,
    };
    const env = { ...process.env, LACHAN_DATA: this.dataDir, PORT: String(this.port), ...base, ...(this.demo ? world : {}) };
    writeFileSync(this.note, JSON.stringify(base), { mode: 0o600 });
    say('Bringing the database to the newest schema…');
    const migrated = spawnSync(process.execPath, ['--no-warnings', script('migrate.js')], { env, stdio: ['ignore', 'inherit', 'inherit'] });
    if (migrated.status !== 0) throw new Refusal('The database could not be brought to the newest schema; the lines above say why.');
    this.children = ['serve', 'worker', ...(this.demo ? ['world'] : [])].map((name) => new Child(name, script(`${name}.js`), env, say));
    for (const child of this.children) child.start();
    await this.ready();
    if (this.database) void this.watch(this.database);
    say(this.greeting());
    if (this.demo) this.seed(env);
  }

  /** Fills the demo office once; a kill in the middle is made good by the next start. */
  private seed(env: NodeJS.ProcessEnv): void {
    const seeding = spawn(process.execPath, ['--no-warnings', script('../demo/seed/main.js')], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    process.once('exit', () => seeding.kill());
    seeding.once('exit', (code) => {
      if (code) say('The demo office could not be filled to the end; the lines above say why, and the next start goes on.');
    });
  }

  private greeting(): string {
    const data = this.database?.movedFrom ? `${this.dataDir} (database: ${this.database.home})` : this.dataDir;
    const open = `\nLá Chắn is open: http://localhost:${this.port}/\nStaff: http://localhost:${this.port}/office/\nData: ${data}`;
    if (!this.demo) return `${open}\nCtrl-C closes it.`;
    const { password, people } = demoAccounts();
    const width = Math.max(...people.map((p) => p.email.length));
    return `${open}\nDemo world: http://world.localhost:${this.worldPort}/ (its operator's desk: /operator)\n
Demo accounts, all with the password ${password}:\n${people.map((p) => `  ${p.email.padEnd(width)}  ${p.name}, ${p.roles.join(', ')}`).join('\n')}\n
Try first: sign in as ${people[0].email}, open Triage, and judge the first post. Ctrl-C closes the house.\n`;
  }

  /** The embedded database is a process of the house like the others: when it falls, it is started again. */
  private async watch(database: Embedded): Promise<void> {
    for (; this.watching; await new Promise((r) => setTimeout(r, WATCH_MS).unref())) {
      if (database.alive()) continue;
      say('PostgreSQL ended; it starts again');
      await database.revive().catch((error: Error) => say(`${error.message} It is tried again.`));
    }
  }

  async stop(): Promise<void> {
    this.watching = false;
    await Promise.all(this.children.map((child) => child.stop()));
    if (this.database) rmSync(this.note, { force: true });
    this.database?.stop();
    this.release();
  }

  /** The embedded database, unless the environment names one of its own. */
  private async databaseEnv(): Promise<NodeJS.ProcessEnv> {
    if (process.env.DATABASE_URL) return {};
    if (process.env.NODE_ENV === 'production')
      throw new Refusal("NODE_ENV=production needs DATABASE_URL: the embedded database is for one machine's trial.");
    say('Starting the embedded PostgreSQL…');
    this.database = await startEmbedded(join(this.dataDir, 'postgres'));
    await makeDatabase(this.database.urls('postgres').owner, DATABASE);
    const urls = this.database.urls(DATABASE);
    return { DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner, DATABASE_READER_URL: urls.reader, DATABASE_QUEUE_URL: urls.queue };
  }

  private async ready(): Promise<void> {
    for (const until = Date.now() + READY_MS; Date.now() < until; await new Promise((r) => setTimeout(r, 100))) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
    }
    throw new Refusal('The server did not become ready within a minute; the lines above say why.');
  }
}

function refuseTakenPort(port: number, setting: string): Promise<void> {
  return new Promise((done, refuse) => {
    const server = createServer();
    server.once('error', () => refuse(new Refusal(`Port ${port} is taken by another program; set ${setting} to a free one.`)));
    server.listen(port, '127.0.0.1', () => server.close(() => done()));
  });
}

const house = new House();
let closing = false;
async function close(code: number): Promise<void> {
  if (closing) return;
  closing = true;
  await house.stop();
  process.exit(code);
}
process.on('SIGINT', () => {
  say('\nClosing…');
  void close(0);
});
process.on('SIGTERM', () => void close(0));
process.on('disconnect', () => void close(0));
house.start().catch((error: NodeJS.ErrnoException) => {
  const full = error.code === 'ENOSPC' || /disk is full|No space left/.test(error.message);
  process.stderr.write(
    `${full ? 'The disk is full: free some room and start again.' : error instanceof Refusal ? error.message : error.stack}\n`,
  );
  void close(1);
});
