import { spawn, type ChildProcess } from 'node:child_process';

const LONGEST_WAIT_MS = 15_000;
const PATIENCE_MS = 20_000;
/** loading a reserve takes a core for two seconds, which belong to whoever just began to serve */
const RESERVE_AFTER_MS = 10_000;

/** A process of the house: started again with growing pauses when it falls, ended with the house. One that is to have a reserve has a second process risen, which waits for its turn. */
export class Child {
  private active?: ChildProcess;
  private reserve?: ChildProcess;
  private falls = 0;
  private stopping = false;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    readonly name: string,
    private readonly script: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly say: (line: string) => void,
    private readonly withReserve = false,
  ) {}

  start(): void {
    const began = Date.now();
    const child = this.reserve ?? this.spawn();
    this.reserve = undefined;
    this.active = child;
    child.send('begin', () => undefined);
    child.once('exit', (code, signal) => {
      if (this.stopping) return;
      this.falls = Date.now() - began > 60_000 ? 1 : this.falls + 1;
      const wait = this.falls === 1 || this.reserve ? 0 : Math.min(LONGEST_WAIT_MS, 250 * 2 ** this.falls);
      const how = this.reserve ? 'its reserve goes on' : `it starts again in ${wait} ms`;
      this.say(`${this.name} ended (${signal ?? `code ${code}`}); ${how}`);
      this.later(wait, () => this.start());
    });
    if (!this.withReserve) return;
    const timer = this.later(RESERVE_AFTER_MS, () => this.raiseReserve());
    child.once('exit', () => clearTimeout(timer)); // whoever serves then has its own ten seconds
  }

  /** Asks it to end, and ends it when it does not. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.timers.forEach(clearTimeout);
    await Promise.all([this.active, this.reserve].map(end));
  }

  private spawn(): ChildProcess {
    return spawn(process.execPath, ['--no-warnings', this.script], {
      env: { ...this.env, LACHAN_SUPERVISED: '1' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  }
  private raiseReserve(): void {
    if (this.reserve) return;
    const child = this.spawn();
    this.reserve = child;
    child.once('exit', () => {
      if (this.reserve !== child) return;
      this.reserve = undefined;
      if (!this.stopping) this.later(LONGEST_WAIT_MS, () => this.raiseReserve());
    });
  }
  private later(ms: number, act: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, ms);
    this.timers.add(timer);
    return timer;
  }
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await gone;
  clearTimeout(force);
}
