import type { IncomingMessage } from 'node:http';

const MOST_WAITING = 16;

/**
 * What comes of an answer, in order, taken from it as it comes. A fault stands behind all bytes that came before it: an answer that is read later, as
 * streams are read, drops what waits in it when its connection ends.
 */
export class Arrivals {
  private readonly waiting: Buffer[] = [];
  private end: 'whole' | Error | null = null;
  private stirred: () => void = () => undefined;

  constructor(private readonly answer: IncomingMessage) {
    answer.on('data', (chunk: Buffer) => {
      if (this.waiting.push(chunk) >= MOST_WAITING) this.answer.socket?.pause();
      this.stirred();
    });
    answer.once('end', () => this.close('whole'));
    answer.once('error', (error) => this.close(error));
    answer.once('close', () => this.close(new Error('it was closed')));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      while (this.waiting.length > 0 || !this.end) {
        if (this.waiting.length === 0) await this.stir();
        const chunk = this.waiting.shift();
        if (this.waiting.length === 0) this.answer.socket?.resume();
        if (chunk) yield chunk;
      }
      if (this.end !== 'whole') throw this.end;
    } finally {
      this.answer.destroy();
    }
  }

  private stir(): Promise<void> {
    return new Promise((stirred) => (this.stirred = stirred));
  }
  private close(how: 'whole' | Error): void {
    this.end ??= how;
    this.stirred();
  }
}
