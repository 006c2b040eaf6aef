import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answers } from './answer-posts.js';
import type { Batch } from './lines.js';
import type { Matching } from './match-lines.js';

interface Waiting {
  done(answers: Answers): void;
  failed(error: Error): void;
}
interface Thread {
  worker: Worker;
  waiting: Waiting[];
}

/** Threads that share the claims; a batch goes to the one with the least to do. */
export class MatchPool {
  private readonly threads: Thread[];
  private fault: Error | null = null;

  constructor(matching: Matching, threads: number) {
    this.threads = Array.from({ length: threads }, () => this.open(matching));
  }

  answer = ({ lines }: Batch): Promise<Answers> =>
    new Promise((done, failed) => {
      if (this.fault) return failed(this.fault);
      const thread = this.threads.reduce((least, t) => (t.waiting.length < least.waiting.length ? t : least));
      thread.waiting.push({ done, failed });
      thread.worker.postMessage({ lines });
    });

  async close(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  private open(matching: Matching): Thread {
    const worker = new Worker(join(import.meta.dirname, 'match-worker.js'), { workerData: matching, execArgv: [] });
    const thread: Thread = { worker, waiting: [] };
    worker.on('message', (answers: Answers) => thread.waiting.shift()?.done(answers));
    worker.on('error', (error: Error) => {
      this.fault = error;
      for (const { failed } of thread.waiting.splice(0)) failed(error);
    });
    return thread;
  }
}
