// What must not start says so in one sentence and fails. Each answers [case, sentence, exit code, as it should be].
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { kill } from './fresh-debian.mjs';

const OWN = 'lachan_own';
/** What the product itself said on stderr: npm has words of its own for a command that failed. */
const sentences = (run) =>
  run.err
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^npm (error|ERR!|notice)/.test(line));

async function refused(newcomer, name, says, env = {}) {
  const run = newcomer.start(env);
  const code = await run.exit;
  const lines = sentences(run);
  return [name, lines.join(' / ').replaceAll(newcomer.who.home, '~'), code, code !== 0 && lines.length === 1 && says.test(lines[0])];
}

/** While the house is open. */
export async function refusalsBeside(newcomer, spare) {
  const elsewhere = { PORT: String(spare[0]), WORLD_PORT: String(spare[1]) };
  return [
    await refused(newcomer, 'a second start on the same data', /already runs on the data/, elsewhere),
    await refused(newcomer, 'a setting that is misspelt', /cài đặt sai\.yaml:2: there is no setting named prot$/, {
      LACHAN_CONFIG: newcomer.misspelt,
    }),
    await refused(newcomer, 'production without a database', /needs DATABASE_URL/, { NODE_ENV: 'production' }),
    ...(await production(newcomer, spare)),
  ];
}

/** On a database of its own, which the demo's PostgreSQL lends: refused with the secret of the demo; with one of its own it opens, empty. */
async function production(newcomer, spare) {
  const url = ownerUrl(newcomer);
  await ask(url('postgres'), `CREATE DATABASE ${OWN}`);
  const env = {
    NODE_ENV: 'production',
    LACHAN_SECRET: randomBytes(32).toString('base64'),
    DATABASE_URL: url(OWN),
    DATABASE_OWNER_URL: url(OWN),
    PUBLIC_URL: 'https://la-chan.example',
    EVIDENCE_URL: 'https://chung-cu.example',
    LACHAN_DATA: `${newcomer.who.home}/dữ liệu thật`,
    PORT: String(spare[0]),
  };
  const secret = await refused(newcomer, 'production with the secret of the demo', /LACHAN_SECRET is the secret of the demo/, {
    ...env,
    LACHAN_SECRET: 'demo-only-secret',
  });
  const run = newcomer.start(env);
  await newcomer.said(run, 'is open', 90);
  const [{ seeded, accounts, events }] = await ask(
    url(OWN),
    'SELECT (SELECT seeded_at FROM core.installation) AS seeded, (SELECT count(*)::int FROM core.accounts) AS accounts, (SELECT count(*)::int FROM core.events) AS events',
  );
  kill(newcomer.machine.pidOf(run.child), 'SIGTERM');
  const code = await run.exit;
  const empty = seeded === null && accounts === 0 && events === 0;
  return [secret, ['production with settings of its own opens and seeds nothing', `${accounts} accounts, ${events} events`, code, empty]];
}

function ownerUrl({ machine, folder, who }) {
  const moved = join(machine.dir, 'var/tmp');
  const home =
    who.uid === 0
      ? join(
          moved,
          readdirSync(moved).find((name) => /^lachan-[\da-f]{12}$/.test(name)),
        )
      : join(machine.dir, folder, 'data', 'postgres');
  const [word, port] = ['owner.secret', 'port'].map((name) => readFileSync(join(home, name), 'utf8').trim());
  return (database) => `postgres://lachan_owner:${word}@127.0.0.1:${port}/${database}`;
}
async function ask(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** While no house is open. */
export async function refusalsAlone(newcomer) {
  const { machine, who, ports } = newcomer;
  const squatter = createServer().listen(ports.house, '127.0.0.1');
  await new Promise((done) => squatter.once('listening', done));
  const taken = await refused(newcomer, 'a taken port', new RegExp(`^Port ${ports.house} is taken`));
  await new Promise((done) => squatter.close(done));
  const disk = '/mnt/đĩa nhỏ';
  const root = { name: 'root', uid: 0, home: '/root' };
  const mounted = machine.run(root, '/', [
    'sh',
    '-c',
    'mkdir -p "$0" && mount -t tmpfs -o size=24m,mode=755,uid="$1",gid="$1" tmpfs "$0"',
    disk,
    String(who.uid),
  ]);
  if (mounted.status !== 0) throw new Error(`no small disk could be made: ${mounted.stderr}`);
  const full = await refused(newcomer, 'a full disk (24 MB) under the data folder', /^The disk is full/, { LACHAN_DATA: `${disk}/data` });
  machine.run(root, '/', ['umount', disk]);
  return [taken, full];
}
