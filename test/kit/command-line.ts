import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';

export interface Said {
  code: number;
  out: string;
  err: string;
  json: Record<string, never>;
}
export interface Around {
  input?: string;
  /** hears of its process */
  started?: (child: ChildProcess) => void;
  /** in a process of its own, where the process is what is tested */
  apart?: boolean;
}
const cli = (file: string) => join(process.env.TEST_SERVER_CODE!, 'src', 'cli', file);
/** These run until they are told to end, or open a browser, whose files bear the name of the process. */
const APART = ['serve', 'worker', 'capture', 'document', 'dossier'];
let running: Promise<unknown> = Promise.resolve();

/** Runs `lachan …` in a folder, with a data folder of its own there and no setting of this process: in this very process where nothing asks for another, which takes half a second to begin. */
export function lachanIn(
  dir: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  { input = '', started, apart }: Around = {},
): Promise<Said> {
  const { PATH, HOME } = process.env;
  const settings = { PATH, HOME, LACHAN_DATA: join(dir, 'data'), ...env };
  if (apart || started || APART.includes(args[0])) return runApart(dir, args, settings, input, started);
  const ran = running.then(() => runHere(dir, args, settings, input));
  running = ran.catch(() => undefined);
  return ran;
}

function runApart(
  dir: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  input: string,
  started?: (child: ChildProcess) => void,
): Promise<Said> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--no-warnings', cli('main.js'), ...args], { cwd: dir, env, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.on('error', () => undefined).end(input);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.once('close', (code) => done(said(code ?? -1, out, err)));
    started?.(child);
  });
}

/** Lends this process to one command line: folder, environment, what it reads and writes, and its exit code. */
async function runHere(dir: string, args: string[], env: NodeJS.ProcessEnv, input: string): Promise<Said> {
  const { runLine } = (await import(cli('run-line.js'))) as { runLine(args: string[]): Promise<void> };
  const { stdout, stderr, exitCode } = process;
  const { isTTY } = stderr;
  const own = { cwd: process.cwd(), env: process.env, stdin: Object.getOwnPropertyDescriptor(process, 'stdin')! };
  const written = { out: '', err: '' };
  const instead =
    (to: keyof typeof written) =>
    (chunk: string | Uint8Array, ...rest: unknown[]) => {
      written[to] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      const done = rest.at(-1);
      if (typeof done === 'function') process.nextTick(done as () => void);
      return true;
    };
  const [writeOut, writeErr] = [stdout.write, stderr.write];
  process.env = { ...env, TMPDIR: own.env.TMPDIR, TEST_SERVER_CODE: own.env.TEST_SERVER_CODE };
  process.chdir(dir);
  process.exitCode = undefined;
  Object.assign(stdout, { write: instead('out') });
  Object.assign(stderr, { write: instead('err'), isTTY: false });
  Object.defineProperty(process, 'stdin', { value: Readable.from(input === '' ? [] : [Buffer.from(input)]), configurable: true });
  try {
    await runLine(args);
    return said(Number(process.exitCode ?? 0), written.out, written.err);
  } finally {
    Object.assign(stdout, { write: writeOut });
    Object.assign(stderr, { write: writeErr, isTTY });
    Object.defineProperty(process, 'stdin', own.stdin);
    process.exitCode = exitCode;
    process.chdir(own.cwd);
    process.env = own.env;
  }
}

const said = (code: number, out: string, err: string): Said => ({
  ...{ code, out, err },
  json: (out.trim().startsWith('{') ? JSON.parse(out.trim().split('\n').at(-1)!) : {}) as Said['json'],
});
