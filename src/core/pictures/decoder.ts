import { spawn, type ChildProcess } from 'node:child_process';
import { extname, join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

export interface Asked {
  id: number;
  bytes: Uint8Array;
  side: number;
  pixels: number;
}
/** A picture as squares of brightness, row by row; `of`: its own sides. */
export interface Shown {
  width: number;
  height: number;
  values: Uint8Array;
  of: { width: number; height: number };
}
interface Waiting {
  done: (shown: Shown | null) => void;
  timer: NodeJS.Timeout;
}
const MAIN = join(import.meta.dirname, `decode-main${extname(import.meta.filename)}`);
const SIDE = 256;
const MOST_BYTES = 50_000_000;
const MOST_PIXELS = 100_000_000;
const EACH_MS = 15_000;
const IDLE_MS = 60_000;

/** Opens pictures of strangers in a process of their own, one after another. What cannot be opened, in time and within bounds, is null. */
@Injectable()
export class PictureDecoder implements OnApplicationShutdown {
  private child: ChildProcess | null = null;
  private idle: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private last: Promise<unknown> = Promise.resolve();
  private count = 0;

  brightness(bytes: Buffer): Promise<Shown | null> {
    if (bytes.length > MOST_BYTES) return Promise.resolve(null);
    const next = this.last.then(() => this.ask(bytes));
    this.last = next;
    return next;
  }

  onApplicationShutdown(): void {
    clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
  }

  private ask(bytes: Buffer): Promise<Shown | null> {
    clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    const id = ++this.count;
    return new Promise((done) => {
      this.waiting.set(id, { done, timer: setTimeout(() => child.kill('SIGKILL'), EACH_MS) });
      child.send({ id, bytes, side: SIDE, pixels: MOST_PIXELS } satisfies Asked, (error) => error && child.kill('SIGKILL'));
    });
  }

  private start(): ChildProcess {
    const { PATH, HOME, LANG } = process.env;
    const child = spawn(process.execPath, [...process.execArgv, MAIN], {
      env: { PATH, HOME, LANG },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    child.on('message', ({ id, shown }: { id: number; shown: Shown | null }) => this.answer(id, shown));
    const ended = () => {
      if (this.child === child) this.child = null;
      for (const id of this.waiting.keys()) this.answer(id, null);
    };
    child.once('exit', ended);
    child.once('error', ended);
    child.unref();
    child.channel?.unref();
    return child;
  }

  private answer(id: number, shown: Shown | null): void {
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    clearTimeout(asked?.timer);
    asked?.done(shown);
    this.idle = setTimeout(() => this.child?.kill('SIGKILL'), IDLE_MS).unref();
  }
}
