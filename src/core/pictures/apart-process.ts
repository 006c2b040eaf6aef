import { spawn, type ChildProcess } from 'node:child_process';
import { apart, bounded } from './apart.js';

export interface Asked<T> {
  id: number;
  task: T;
}
/** Why there is no answer: it did not come in time, or the process ended over the question. */
export type Unanswered = 'late' | 'ended';
interface Waiting {
  done: (found: unknown) => void;
  timer: NodeJS.Timeout;
  late: boolean;
}
interface Bounds {
  /** a package that it must be able to read, where that is not sharp */
  needs?: string;
  eachMs: number;
  /** as `prlimit` has them */
  limits?: string[];
}
const IDLE_MS = 60_000;

/** A process that looks at what strangers made, asked one thing after another; one that gives no answer is killed, and the next question begins another. */
export class ApartProcess {
  private child: ChildProcess | null = null;
  private idle: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;
  private as: string[] | undefined;

  constructor(
    private readonly main: string,
    private readonly bounds: Bounds,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  ask<T>(task: unknown): Promise<T | Unanswered> {
    clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    const id = ++this.count;
    return new Promise((done) => {
      const timer = setTimeout(() => {
        this.waiting.get(id)!.late = true;
        child.kill('SIGKILL');
      }, this.bounds.eachMs);
      this.waiting.set(id, { done: done as (found: unknown) => void, timer, late: false });
      child.send({ id, task } satisfies Asked<unknown>, (error) => error && child.kill('SIGKILL'));
    });
  }

  end(): void {
    clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
  }

  private start(): ChildProcess {
    this.as ??= [...apart(this.main, this.bounds.needs), ...(this.bounds.limits ? bounded(this.bounds.limits) : [])];
    const [program, ...words] = [...this.as, process.execPath, ...process.execArgv, this.main];
    const child = spawn(program, words, {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    child.on('message', ({ id, found }: { id: number; found: unknown }) => this.answer(id, found));
    const ended = () => {
      if (this.child === child) this.child = null;
      for (const [id, { late }] of this.waiting) this.answer(id, late ? 'late' : 'ended');
    };
    child.once('exit', ended);
    child.once('error', ended);
    child.unref();
    child.channel?.unref();
    return child;
  }

  private answer(id: number, found: unknown): void {
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    clearTimeout(asked?.timer);
    asked?.done(found);
    this.idle = setTimeout(() => this.child?.kill('SIGKILL'), IDLE_MS).unref();
  }
}
