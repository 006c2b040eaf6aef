import { spawn, type ChildProcess } from 'node:child_process';
import { extname, join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Problem } from '../problem/problem.js';
import { apart } from './apart.js';
import type { AreasChanged, HowExact } from './areas-changed.js';

interface TaskKinds {
  brightness: { bytes: Uint8Array; side: number };
  /** `later`: null where both are the same bytes */
  differences: { earlier: Uint8Array; later: Uint8Array | null; how: HowExact };
}
export type Task = { [K in keyof TaskKinds]: { kind: K; pixels: number } & TaskKinds[K] }[keyof TaskKinds];
export interface Asked {
  id: number;
  task: Task;
}
interface Size {
  width: number;
  height: number;
}
/** A picture as squares of brightness, row by row; `of`: its own sides. */
export interface Shown extends Size {
  values: Uint8Array;
  of: Size;
}
/** Where two pictures differ. */
export interface Differences extends AreasChanged {
  earlier: Size;
  later: Size;
}
interface Waiting {
  done: (found: unknown) => void;
  timer: NodeJS.Timeout;
}
const MAIN = join(import.meta.dirname, `decode-main${extname(import.meta.filename)}`);
const SIDE = 256;
const MOST_BYTES = 50_000_000;
const MOST_PIXELS = 100_000_000;
/** of a picture of which each point is looked at */
const MOST_POINTS = 20_000_000;
const MOST_WAITING = 8;
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
  private turns = 0;
  private as: string[] | undefined;

  brightness(bytes: Buffer): Promise<Shown | null> {
    if (bytes.length > MOST_BYTES) return Promise.resolve(null);
    return this.inTurn(() => this.ask<Shown>({ kind: 'brightness', bytes, side: SIDE, pixels: MOST_PIXELS }));
  }

  /** `read`: both pictures, read when their turn comes; one where both are the same. */
  differences(read: () => Promise<Buffer[]>, how: HowExact): Promise<Differences | null> {
    if (this.turns >= MOST_WAITING) return Promise.reject(new Problem('busy'));
    return this.inTurn(async () => {
      const [earlier, later = null] = await read();
      if (earlier.length > MOST_BYTES || (later?.length ?? 0) > MOST_BYTES) return null;
      return this.ask<Differences>({ kind: 'differences', earlier, later, how, pixels: MOST_POINTS });
    });
  }

  onApplicationShutdown(): void {
    clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    this.turns++;
    const next = this.last.then(act).finally(() => this.turns--);
    this.last = next.catch(() => undefined);
    return next;
  }

  private ask<T>(task: Task): Promise<T | null> {
    clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    const id = ++this.count;
    return new Promise((done) => {
      this.waiting.set(id, { done: done as (found: unknown) => void, timer: setTimeout(() => child.kill('SIGKILL'), EACH_MS) });
      child.send({ id, task } satisfies Asked, (error) => error && child.kill('SIGKILL'));
    });
  }

  private start(): ChildProcess {
    const [program, ...words] = [...(this.as ??= apart(MAIN)), process.execPath, ...process.execArgv, MAIN];
    const child = spawn(program, words, {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    child.on('message', ({ id, found }: { id: number; found: unknown }) => this.answer(id, found));
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

  private answer(id: number, found: unknown): void {
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    clearTimeout(asked?.timer);
    asked?.done(found);
    this.idle = setTimeout(() => this.child?.kill('SIGKILL'), IDLE_MS).unref();
  }
}
