import type { SignedHead } from './head-keeper.js';

/** How long an honest event may be behind its neighbours: a transaction commits after others that began later, and clocks are set right. */
const BEHIND_MS = 600_000;
/** How far it may be ahead of the head that was signed over it. */
const AHEAD_MS = 60_000;

/** Sealed events whose time is not the one at which they were written. The chain holds all the same; a person looks at them. */
export interface Misdated {
  count: number;
  /** the first of them */
  seq: bigint;
  says: string;
}

/** Walks along the chain and compares each event's `recordedAt` with those before it, and with the head that was signed after it. */
export class DateVerifier {
  private latest = -Infinity;
  private found: Misdated | null = null;
  private readonly heads: { seq: bigint; at: number }[];

  constructor(heads: Pick<SignedHead, 'seq' | 'at'>[]) {
    this.heads = heads
      .map((h) => ({ seq: BigInt(h.seq), at: Date.parse(h.at) }))
      .sort((a, b) => (a.seq < b.seq ? -1 : a.seq > b.seq ? 1 : a.at - b.at));
  }

  take(seq: bigint, recordedAt: string): void {
    const at = Date.parse(recordedAt);
    while (this.heads.length > 0 && this.heads[0].seq < seq) this.heads.shift();
    const signedAt = this.heads[0]?.at ?? Infinity;
    if (at > signedAt + AHEAD_MS) return this.note(seq, `event ${seq} is dated ${recordedAt}, after the head that was signed over it`);
    // written so that a date that is none is found too
    if (!(at >= this.latest - BEHIND_MS))
      this.note(seq, `event ${seq} is dated ${recordedAt}, long before events that were sealed before it`);
    this.latest = Math.max(this.latest, at || this.latest);
  }

  end(): Misdated | null {
    return this.found;
  }

  private note(seq: bigint, says: string): void {
    this.found = this.found ? { ...this.found, count: this.found.count + 1 } : { count: 1, seq, says };
  }
}
