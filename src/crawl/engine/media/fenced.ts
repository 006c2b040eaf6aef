import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';

const BYTES = 2_000_000_000;
const SECONDS = 20;

/** How a program of the system is run on a stranger's bytes: without a network, as nobody, who may open none of our files, with little memory and time. Null: this system cannot, or we are not root and cannot become another user. */
export function fence(root = process.getuid?.() === 0): string[] | null {
  const nobody = root ? nobodyIs() : null; // a user namespace of our own would keep our uid, and with it our files
  if (!nobody) return null;
  const limits = ['prlimit', `--as=${BYTES}`, `--cpu=${SECONDS}`, '--core=0', '--nofile=64', '--'];
  const words = ['unshare', '--net', '--', ...limits, ...nobody];
  return spawnSync(words[0], [...words.slice(1), 'true'], { timeout: 5_000 }).status === 0 ? words : null;
}

function nobodyIs(): string[] | null {
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return uid === undefined
    ? null
    : ['setpriv', '--reuid', uid, '--regid', gid, '--clear-groups', '--no-new-privs', '--pdeathsig', 'KILL', '--'];
}

/** Runs it on what flows in; answers what flows out, or why nothing did. The further streams come as descriptors from 3 on. */
export function runFenced(
  words: string[],
  inputs: Readable[],
  until: number,
  take: (out: Readable) => Promise<void>,
): Promise<string | null> {
  const child = spawn(words[0], words.slice(1), {
    env: {},
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe', ...inputs.slice(1).map(() => 'pipe' as const)],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), Math.max(0, until - Date.now()));
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-500)));
  for (const [i, input] of inputs.entries()) {
    const into = child.stdio[i === 0 ? 0 : i + 2] as NodeJS.WritableStream;
    into.on('error', () => input.destroy()); // it had enough
    input.on('error', () => child.kill('SIGKILL')).pipe(into);
  }
  const taken = take(child.stdout!).catch(() => child.kill('SIGKILL'));
  return new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      void taken.then(() =>
        done(code === 0 ? null : `it ended with ${signal ?? code} ${said.trim().split('\n').at(-1) ?? ''}`.trim().slice(0, 200)),
      );
    });
  });
}
