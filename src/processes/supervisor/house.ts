import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, type Settings } from '../../core/config.js';
import { freePort } from '../../core/free-port.js';
import { Child } from './child.js';
import { greeting } from './greeting.js';
import { HouseDatabase } from './house-database.js';
import { Refusal, takeHouse } from './single.js';

const script = (name: string): string => join(import.meta.dirname, '..', name);
const READY_MS = 180_000;
const ANSWER_MS = 5_000;

/** The house on one machine: database, serve, worker and, in the demo, the world outside. The same processes run apart in production. */
export class House {
  private database?: HouseDatabase;
  private children: Child[] = [];
  private release: () => void = () => undefined;
  private readonly note: string;

  constructor(
    private readonly settings: Settings,
    private readonly say: (line: string) => void,
  ) {
    this.note = join(settings.dataDir, 'house.json');
  }

  async start(): Promise<void> {
    const { dataDir, port, host, worldPort, demo, databaseUrl, production } = this.settings;
    if (!databaseUrl && production)
      throw new Refusal("NODE_ENV=production needs DATABASE_URL: the embedded database is for one machine's trial.");
    if (demo && port === worldPort) throw new Refusal(`PORT and WORLD_PORT are both ${port}; give the demo world a port of its own.`);
    if (production) readConfig();
    mkdirSync(dataDir, { recursive: true });
    this.release = takeHouse(dataDir);
    await refuseTakenPort(port, 'PORT', host);
    if (demo) await refuseTakenPort(worldPort, 'WORLD_PORT');
    const env = { ...process.env, ...(databaseUrl ? {} : await this.openDatabase()), ...(demo ? this.worldEnv() : {}) };
    this.migrate(env);
    this.children = ['serve', 'worker', ...(demo ? ['world'] : [])].map(
      (name) => new Child(name, script(`${name}.js`), env, this.say, name === 'serve' && this.settings.serveReady > 0),
    );
    for (const child of this.children) child.start();
    await this.ready();
    void this.database?.watch();
    const elsewhere = this.database?.elsewhere;
    this.say(greeting(this.settings, elsewhere ? `${dataDir} (database: ${elsewhere})` : dataDir));
    if (demo) this.seed(env);
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
    if (this.database) rmSync(this.note, { force: true });
    this.database?.stop();
    this.release();
  }

  /** Its logins are noted for the command line while the house is open. */
  private async openDatabase(): Promise<NodeJS.ProcessEnv> {
    this.say('Starting the embedded PostgreSQL…');
    this.database = await HouseDatabase.open(this.settings, this.say);
    writeFileSync(this.note, JSON.stringify(this.database.env), { mode: 0o600 });
    return this.database.env;
  }

  private worldEnv(): NodeJS.ProcessEnv {
    const at = `world.localhost:${this.settings.worldPort}`;
    return { WORLD_URL: `http://${at}`, CAPTURE_ALLOW: [...this.settings.captureAllow, at].join(',') };
  }

  private migrate(env: NodeJS.ProcessEnv): void {
    this.say('Bringing the database to the newest schema…');
    const { status } = spawnSync(process.execPath, ['--no-warnings', script('migrate.js')], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) throw new Refusal('The database could not be brought to the newest schema; the lines above say why.');
  }

  private async ready(): Promise<void> {
    const { host, port } = this.settings;
    const at = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
    for (const until = Date.now() + READY_MS; Date.now() < until; await new Promise((r) => setTimeout(r, 100))) {
      const answer = await fetch(`http://${at}:${port}/health/ready`, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => undefined);
      if (answer?.ok) return;
    }
    throw new Refusal('The server did not become ready within three minutes; the lines above say why.');
  }

  /** Fills the demo office once; a kill in the middle is made good by the next start. */
  private seed(env: NodeJS.ProcessEnv): void {
    const seeding = spawn(process.execPath, ['--no-warnings', script('../demo/seed/main.js')], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    process.once('exit', () => seeding.kill());
    seeding.once('exit', (code) => {
      if (code) this.say('The demo office could not be filled to the end; the lines above say why, and the next start goes on.');
    });
  }
}

async function refuseTakenPort(port: number, setting: string, host?: string): Promise<void> {
  if ((await freePort(port, host)) === null) throw new Refusal(`Port ${port} is taken by another program; set ${setting} to a free one.`);
}
