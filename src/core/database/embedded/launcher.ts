import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { binaries, passable, runAs, type RunAs } from './binaries.js';
import { makeLogins, type Urls } from './logins.js';

export interface Embedded {
  urls(database: string): Urls;
  home: string;
  movedFrom: string | null;
  adopted: boolean;
  stop(): void;
  /** does the server still run? */
  alive(): boolean;
  /** starts it again on the same port after it was killed */
  revive(): Promise<void>;
}
const OWNER = 'lachan_owner';

/** Starts (or finds running) the PostgreSQL that lives in `dir`, on loopback only, and makes sure of its logins. */
export async function startEmbedded(dir: string): Promise<Embedded> {
  const as = runAs();
  const native = binaries(as);
  const { home, movedFrom } = homeFor(dir, as);
  const data = join(home, 'cluster');
  const run = (program: string, ...args: string[]) =>
    spawnSync(join(native, 'bin', program), args, {
      cwd: home,
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      encoding: 'utf8',
      uid: as.uid,
      gid: as.gid,
      stdio: ['ignore', program === 'initdb' ? 'pipe' : 'ignore', 'pipe'],
    });
  const password = secret(home, 'owner', as);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true });
    const made = run(
      'initdb',
      '-D',
      data,
      '-U',
      OWNER,
      '-A',
      'scram-sha-256',
      `--pwfile=${join(home, 'owner.secret')}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    );
    if (made.status !== 0) throw new Error(`PostgreSQL could not make its data folder: ${explain(made.stderr || String(made.error))}`);
  }
  await dropStaleLock(data);
  const adopted = run('pg_ctl', '-D', data, 'status').status === 0;
  const port = adopted ? runningPort(data) : await portFor(home);
  const start = () => {
    const log = join(home, 'postgres.log');
    const started = run(
      'pg_ctl',
      '-D',
      data,
      '-l',
      log,
      '-w',
      '-t',
      '60',
      '-o',
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100`,
      'start',
    );
    if (started.status !== 0) throw new Error(`PostgreSQL did not start: ${explain(readFileSync(log, 'utf8').slice(-1_500))}`);
  };
  if (!adopted) start();
  const url = (user: string, word: string, database: string) => `postgres://${user}:${word}@127.0.0.1:${port}/${database}`;
  const passwords = Object.fromEntries(['app', 'reader', 'purger', 'queue'].map((name) => [name, secret(home, name, as)]));
  await makeLogins(url(OWNER, password, 'postgres'), passwords);
  return {
    home,
    movedFrom,
    adopted,
    urls: (database) => ({
      owner: url(OWNER, password, database),
      app: url('lachan_app_login', passwords.app, database),
      reader: url('lachan_reader_login', passwords.reader, database),
      purger: url('lachan_purger_login', passwords.purger, database),
      queue: url('lachan_queue_login', passwords.queue, database),
    }),
    alive: () => runs(data),
    revive: async () => {
      await dropStaleLock(data);
      start();
    },
    stop: () => void run('pg_ctl', '-D', data, '-m', 'fast', '-w', '-t', '30', 'stop'),
  };
}

/** PostgreSQL's own folder; elsewhere, and always the same elsewhere, when its user cannot pass to the wanted one. */
function homeFor(dir: string, as: RunAs): { home: string; movedFrom: string | null } {
  const wanted = resolve(dir);
  mkdirSync(wanted, { recursive: true });
  const moved = as.uid !== undefined && !passable(join(wanted, '..'));
  const home = moved ? join('/var/tmp', `lachan-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`) : wanted;
  mkdirSync(home, { recursive: true });
  if (as.uid !== undefined) chownSync(home, as.uid, as.gid!);
  chmodSync(home, 0o700);
  return { home, movedFrom: moved ? wanted : null };
}

function secret(home: string, name: string, as: RunAs): string {
  const file = join(home, `${name}.secret`);
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (as.uid !== undefined) chownSync(file, as.uid, as.gid!);
  return readFileSync(file, 'utf8');
}

/** A lock left by a killed server names a process that is gone, a zombie, or somebody else. */
async function dropStaleLock(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock) || runs(data)) return;
  for (const end = Date.now() + ORPHANS_MS; orphans(data) && Date.now() < end;) await new Promise((r) => setTimeout(r, 100));
  if (!orphans(data)) rmSync(lock, { force: true }); // else PostgreSQL itself refuses, and says why
}
const ORPHANS_MS = 20_000;

function runs(data: string): boolean {
  try {
    const status = readFileSync(`/proc/${readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]}/status`, 'utf8');
    return /^Name:\s+postgres/m.test(status) && !/^State:\s+Z/m.test(status);
  } catch {
    return false;
  }
}

/** Backends of a killed server that still touch its files: a second server beside them would damage the data. */
function orphans(data: string): boolean {
  const dir = realpathSync(data);
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .some((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === dir;
      } catch {
        return false;
      }
    });
}

const runningPort = (data: string): number => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3]);

/** The port of last time if it is free, else a free one, remembered. */
async function portFor(home: string): Promise<number> {
  const file = join(home, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (await free(last)) ?? (await free(0))!;
  writeFileSync(file, String(port));
  return port;
}
function free(port: number): Promise<number | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(null));
    server.listen(port, '127.0.0.1', () => {
      const found = (server.address() as { port: number }).port;
      server.close(() => done(found));
    });
  });
}
const explain = (text: string): string => (/No space left/.test(text) ? 'the disk is full' : text.trim().split('\n').slice(-3).join(' '));
