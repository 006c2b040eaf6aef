import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface Said {
  code: number;
  out: string;
  err: string;
  json: Record<string, never>;
}
/** Runs `lachan …` in a folder, with a data folder of its own there and no setting of this process. */
export function lachanIn(
  dir: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  { input = '', started }: { input?: string; started?: (child: ChildProcess) => void } = {},
): Promise<Said> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--no-warnings', join(process.env.TEST_SERVER_CODE!, 'src', 'cli', 'main.js'), ...args], {
      cwd: dir,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LACHAN_DATA: join(dir, 'data'), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.on('error', () => undefined).end(input);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.once('close', (code) =>
      done({
        code: code ?? -1,
        out,
        err,
        json: (out.trim().startsWith('{') ? JSON.parse(out.trim().split('\n').at(-1)!) : {}) as Said['json'],
      }),
    );
    started?.(child);
  });
}
