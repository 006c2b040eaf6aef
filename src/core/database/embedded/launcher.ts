import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { binaries, runAs } from './binaries.js';
import { homeFor, portFor, secret } from './home.js';
import { makeLogins, type Urls } from './logins.js';
import { dropStaleLock, runningPort, runs } from './postmaster.js';

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
  if (!existsSync(data)) {
    // made beside and renamed: a kill in the middle leaves no half cluster under the name
    const part = `${data}.part`;
    rmSync(part, { recursive: true, force: true });
    const words = ['-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${join(home, 'owner.secret')}`, '-E', 'UTF8', '--locale=C.UTF-8'];
    const made = run('initdb', '-D', part, ...words);
    if (made.status !== 0) throw new Error(`PostgreSQL could not make its data folder: ${explain(made.stderr || String(made.error))}`);
    renameSync(part, data);
  }
  await dropStaleLock(data);
  const adopted = run('pg_ctl', '-D', data, 'status').status === 0;
  const port = adopted ? runningPort(data) : await portFor(home);
  const start = () => {
    const log = join(home, 'postgres.log');
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100`;
    const started = run('pg_ctl', '-D', data, '-l', log, '-w', '-t', '60', '-o', options, 'start');
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

const explain = (text: string): string => (/No space left/.test(text) ? 'the disk is full' : text.trim().split('\n').slice(-3).join(' '));
