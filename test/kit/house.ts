import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAs } from '../../src/core/database/embedded/binaries.js';
import { homeFor } from '../../src/core/database/embedded/home.js';

const SUPERVISOR = join(import.meta.dirname, '..', '..', 'dist', 'src', 'processes', 'supervisor', 'main.js');

/** The built product as a user runs it, on a data folder of its own with a space and Vietnamese letters in its path. */
export class HouseUnderTest {
  process?: ChildProcess;
  output = '';
  constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly env: NodeJS.ProcessEnv = {},
  ) {}

  /** `mode` of the folder around its data: one that is closed to PostgreSQL's user sends the database of root elsewhere. */
  static async make(env: NodeJS.ProcessEnv = {}, mode = 0o755): Promise<HouseUnderTest> {
    const around = mkdtempSync(join(tmpdir(), 'lachan-'));
    chmodSync(around, mode);
    return new HouseUnderTest(join(around, 'dữ liệu văn phòng'), await freePort(), env);
  }
  /** Resolves when the house says that it is open, or with its exit code when it ends before. */
  start(): Promise<'open' | number> {
    this.output = '';
    const child = spawn(process.execPath, ['--no-warnings', SUPERVISOR], {
      env: {
        ...process.env,
        LACHAN_DATA: this.dataDir,
        PORT: String(this.port),
        LACHAN_DEMO: 'off',
        WORKER_NICE: '0',
        CAPTURE_READY: '0',
        SERVE_READY: '0',
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    return new Promise((resolve) => {
      const hear = (chunk: Buffer) => {
        this.output += chunk.toString();
        if (this.output.includes('is open')) resolve('open');
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => resolve(code ?? -1));
    });
  }
  get worldPort(): number {
    return Number(this.env.WORLD_PORT);
  }
  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }
  end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }
  remove(): void {
    for (const dir of [this.postgres, join(this.dataDir, '..')]) rmSync(dir, { recursive: true, force: true });
  }
  /** Where its PostgreSQL lives, which for root may be elsewhere. */
  get postgres(): string {
    return homeFor(join(this.dataDir, 'postgres'), runAs()).home;
  }
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
