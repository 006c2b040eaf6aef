import { extname, join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Problem } from '../problem/problem.js';
import { ApartProcess } from './apart-process.js';
import type { AreasChanged, HowExact } from './areas-changed.js';

/** A larger picture is made smaller, one with a shorter long side larger, since small letters are read badly. */
export interface Scaling {
  most_side: number;
  enlarged_below: number;
  enlarged: number;
}
interface TaskKinds {
  brightness: { bytes: Uint8Array; side: number };
  /** `later`: null where both are the same bytes */
  differences: { earlier: Uint8Array; later: Uint8Array | null; how: HowExact };
  /** upright, as a browser shows it */
  upright: { bytes: Uint8Array; scaling: Scaling };
}
export type Task = { [K in keyof TaskKinds]: { kind: K; pixels: number } & TaskKinds[K] }[keyof TaskKinds];
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
const MAIN = join(import.meta.dirname, `decode-main${extname(import.meta.filename)}`);
const SIDE = 256;
const MOST_BYTES = 50_000_000;
const MOST_PIXELS = 100_000_000;
/** of a picture of which each point is looked at */
const MOST_POINTS = 20_000_000;
const MOST_WAITING = 8;
const EACH_MS = 15_000;

/** Opens pictures of strangers in a process of their own, one after another. What cannot be opened, in time and within bounds, is null. */
@Injectable()
export class PictureDecoder implements OnApplicationShutdown {
  private readonly process = new ApartProcess(MAIN, { eachMs: EACH_MS });
  private last: Promise<unknown> = Promise.resolve();
  private turns = 0;

  brightness(bytes: Buffer): Promise<Shown | null> {
    if (bytes.length > MOST_BYTES) return Promise.resolve(null);
    return this.inTurn(() => this.ask<Shown>({ kind: 'brightness', bytes, side: SIDE, pixels: MOST_PIXELS }));
  }

  /** The points of a picture in grey, made smaller or larger; none where it has too many to be opened. */
  upright(bytes: Buffer, scaling: Scaling): Promise<Shown | null> {
    if (bytes.length > MOST_BYTES) return Promise.resolve(null);
    return this.inTurn(() => this.ask<Shown>({ kind: 'upright', bytes, scaling, pixels: MOST_PIXELS }));
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
    this.process.end();
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    this.turns++;
    const next = this.last.then(act).finally(() => this.turns--);
    this.last = next.catch(() => undefined);
    return next;
  }

  private async ask<T extends object>(task: Task): Promise<T | null> {
    const found = await this.process.ask<T | null>(task);
    return typeof found === 'string' ? null : found;
  }
}
