import type { IncomingMessage } from 'node:http';

const MOST_WAITING = 16;

/**
 * What comes of an answer, in order, taken from it as it comes; a server that sends faster than is taken here waits. A fault stands behind all bytes that
 * came before it: an answer that is read later, as streams are read, drops what waits in it when its connection ends.
 */
export class Arrivals {
  private readonly waiting: Buffer[] = [];
  private end: 'whole' | Error | null = null;
  private stirred: () => void = () => undefined;

  constructor(private readonly answer: IncomingMessage) {
    answer.on('data', this.take);
    answer.once('end', () => this.close('whole'));
    answer.once('error', (error) => this.close(error));
    answer.once('close', () => this.close(new Error('it was closed')));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      while (this.waiting.length > 0 || !this.end) {
        if (this.waiting.length === 0) await this.stir();
        const chunk = this.waiting.shift();
        if (this.waiting.length === 0) this.answer.resume();
        if (chunk) yield chunk;
      }
      if (this.end !== 'whole') throw this.end;
    } finally {
      this.answer.destroy();
    }
  }

  private readonly take = (chunk: Buffer): void => {
    if (this.waiting.push(chunk) >= MOST_WAITING) this.answer.pause();
    this.stirred();
  };
  private stir(): Promise<void> {
    return new Promise((stirred) => (this.stirred = stirred));
  }
  private close(how: 'whole' | Error): void {
    if (this.end) return;
    this.end = how;
    this.answer.off('data', this.take);
    // of a stream that was paused when it ended
    for (let rest = this.answer.read() as Buffer | null; rest !== null; rest = this.answer.read() as Buffer | null) this.waiting.push(rest);
    this.stirred();
  }
}
