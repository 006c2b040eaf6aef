import { open } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';

const PART = 262_144;

/** Gives the browser what came, as fast as it takes it. What it leaves waiting stays on disk alone: a film that nobody plays on fills no memory. */
export class Feed {
  private came = 0;
  private given = 0;
  private behind = false;
  private over: 'whole' | 'cut' | null = null;

  constructor(
    private readonly response: ServerResponse,
    private readonly path: string,
  ) {}

  /** What was just written to the file. */
  next(chunk: Buffer): void {
    this.came += chunk.length;
    if (this.behind || this.response.destroyed) return;
    this.given += chunk.length;
    if (!this.response.write(chunk)) this.catchUp().catch(() => this.response.destroy());
  }
  end(): void {
    this.over = 'whole';
    if (!this.behind) this.leave();
  }
  /** Of an answer that ended before its body did: the browser gets what came, and then nothing more. */
  cut(): void {
    this.over = 'cut';
    if (!this.behind) this.leave();
  }
  private leave(): void {
    if (this.over === 'whole') return void this.response.end();
    this.response.flushHeaders();
    this.response.socket?.destroySoon();
  }

  private async catchUp(): Promise<void> {
    this.behind = true;
    const file = await open(this.path, 'r');
    try {
      for (await taken(this.response); this.given < this.came && !this.response.destroyed; await taken(this.response)) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(PART), 0, Math.min(PART, this.came - this.given), this.given);
        this.given += bytesRead;
        this.response.write(buffer.subarray(0, bytesRead));
      }
      this.behind = false;
      if (this.over) this.leave();
    } finally {
      await file.close();
    }
  }
}

export const taken = (response: ServerResponse): Promise<void> =>
  response.destroyed || !response.writableNeedDrain
    ? Promise.resolve()
    : new Promise((done) => {
        const end = (): void => {
          response.off('drain', end).off('close', end);
          done();
        };
        response.once('drain', end).once('close', end);
      });
