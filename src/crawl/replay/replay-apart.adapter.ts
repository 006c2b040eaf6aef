import { Injectable } from '@nestjs/common';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../core/problem/problem.js';
import { replayed, type ToReplay } from './replayed.js';

const MAIN = join(import.meta.dirname, `replay-main.adapter${extname(import.meta.filename)}`);
/** written at once: a tenth of a second, whatever is in it */
const SHORT = 200_000;
const LONGEST = 10_000_000;
const EACH_MS = 30_000;
const MOST_WAITING = 32;
const MEGABYTES = 512;

/** Writes anew what is shown again. What is long is written in a thread of its own, one after the other, so that nobody who waits for the server waits for a page. */
@Injectable()
export class ReplayApart {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  async write(order: ToReplay): Promise<string> {
    if (order.text.length <= SHORT) return replayed(order);
    if (order.text.length > LONGEST) throw new Problem('too-large');
    if (this.waiting >= MOST_WAITING) throw new Problem('busy');
    this.waiting++;
    const written = this.last.then(() => this.inThread(order)).finally(() => this.waiting--);
    this.last = written.catch(() => undefined);
    return written;
  }

  protected inThread(order: ToReplay): Promise<string> {
    const thread = new Worker(MAIN, { workerData: order, env: {}, resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
    const timer = setTimeout(() => void thread.terminate(), EACH_MS);
    return new Promise<string>((done, fail) => {
      const cannot = () => fail(new Problem('missing', { detail: 'It takes more time or memory to show than there is' }));
      thread.once('message', done).once('error', cannot).once('exit', cannot);
    }).finally(() => {
      clearTimeout(timer);
      void thread.terminate();
    });
  }
}
