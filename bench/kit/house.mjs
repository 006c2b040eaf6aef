// The built product on a data folder of its own, for benches and proofs.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const SUPERVISOR = join(import.meta.dirname, '..', '..', 'dist/src/processes/supervisor/main.js');

export const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const open = new Set();
/** Ends every house that is still open: after a fault, or when whoever asked gives up. */
export const closeHouses = () => Promise.all([...open].map((house) => house.close()));

export async function openHouse(env = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lachan-bench-'));
  chmodSync(dataDir, 0o755); // the database's own user must be able to pass
  const port = await freePort();
  const child = spawn(process.execPath, ['--no-warnings', SUPERVISOR], {
    env: { ...process.env, LACHAN_DATA: dataDir, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
    open.delete(house);
  };
  const house = { ...theHouse(child, port, dataDir), close };
  open.add(house);
  let told = '';
  const opened = new Promise((done) =>
    child.stdout.on('data', (chunk) => {
      told += chunk;
      if (told.includes('is open')) done(true);
    }),
  );
  if ((await Promise.race([opened, ended])) !== true) throw new Error(`The house ended before it was open:\n${told}`);
  return house;
}

function theHouse(child, port, dataDir) {
  return {
    port,
    dataDir,
    base: `http://127.0.0.1:${port}`,
    /** pids of a process of this house, by the name of its script */
    pids: (script) => pidsOf(child.pid, script),
    /** one question to the database, as its owner */
    async ask(sql, values = []) {
      const home = join(dataDir, 'postgres');
      const [word, at] = ['owner.secret', 'port'].map((f) => readFileSync(join(home, f), 'utf8').trim());
      const client = new pg.Client({ connectionString: `postgres://lachan_owner:${word}@127.0.0.1:${at}/lachan` });
      await client.connect();
      try {
        return (await client.query(sql, values)).rows;
      } finally {
        await client.end();
      }
    },
  };
}

function pidsOf(parent, script) {
  return readdirSync('/proc')
    .filter((p) => /^\d+$/.test(p))
    .filter((p) => {
      try {
        const stat = readFileSync(`/proc/${p}/stat`, 'utf8');
        return (
          stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === String(parent) &&
          readFileSync(`/proc/${p}/cmdline`, 'utf8').includes(script)
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}
