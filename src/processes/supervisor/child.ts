import { spawn, type ChildProcess } from 'node:child_process';

const LONGEST_WAIT_MS = 15_000;
const PATIENCE_MS = 20_000;

/** A process of the house: started again with growing pauses when it falls, ended with the house. */
export class Child {
  private process?: ChildProcess;
  private falls = 0;
  private stopping = false;
  private timer?: NodeJS.Timeout;

  constructor(
    readonly name: string,
    private readonly script: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly say: (line: string) => void,
  ) {}

  start(): void {
    const began = Date.now();
    const child = spawn(process.execPath, ['--no-warnings', this.script], {
      env: { ...this.env, LACHAN_SUPERVISED: '1' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.process = child;
    child.once('exit', (code, signal) => {
      if (this.stopping) return;
      this.falls = Date.now() - began > 60_000 ? 1 : this.falls + 1;
      const wait = this.falls === 1 ? 0 : Math.min(LONGEST_WAIT_MS, 250 * 2 ** this.falls);
      this.say(`${this.name} ended (${signal ?? `code ${code}`}); it starts again in ${wait} ms`);
      this.timer = setTimeout(() => this.start(), wait);
    });
  }

  /** Asks it to end, and ends it when it does not. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await gone;
    clearTimeout(force);
  }
}
