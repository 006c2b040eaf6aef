import type { CDPSession } from 'puppeteer-core';
import { pageTextOf, type Snapshot } from './page-text.js';

const MOST_MS = 4_000;

/** What stands in a page only for a while: lists that are scrolled drop their rows, and what opens may close something else. Each take holds the lines that no take before it had. */
export class PassingText {
  /** moments at which there was no time or room left to take what had changed */
  untaken = 0;
  private spent = 0;
  private room: number;

  constructor(
    private readonly cdp: CDPSession,
    private readonly takes: string[],
    characters: number,
  ) {
    this.room = characters;
  }

  async take(frames: string[]): Promise<void> {
    if (this.spent > MOST_MS || this.room <= 0) return void this.untaken++;
    const began = Date.now();
    const snapshot = (await this.cdp.send('DOMSnapshot.captureSnapshot', { computedStyles: [] })) as unknown as Snapshot;
    const known = new Set(this.takes.flatMap((take) => take.split('\n')));
    const lines = pageTextOf(snapshot, frames).text.split('\n');
    const fresh = [...new Set(lines)].filter((line) => !known.has(line)).join('\n');
    if (fresh) this.takes.push(fresh.slice(0, this.room));
    this.room -= fresh.length;
    this.spent += Date.now() - began;
  }
}
