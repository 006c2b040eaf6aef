import type { KeyObject } from 'node:crypto';
import { canonical } from './canonical.js';
import type { SignedHead } from './head-keeper.js';
import { digestOfHashes, FORMAT, GENESIS, hashOf, headOf } from './seal.js';
import { isSigned } from './verify.js';

/** One event as it is published: its whole public part, and of its office part the hash alone. */
export interface PublicLine {
  seq: number;
  head: string;
  office: string;
  public: Record<string, unknown>;
}
export interface PublicFault {
  seq: number | null;
  says: string;
}
const HEX = /^[0-9a-f]{64}$/;

/** Walks the published chain one line at a time, without the office parts, and holds it against the signed heads. */
export class PublicChain {
  seq = 0;
  matched = 0;
  private head: Buffer = GENESIS;
  private readonly heads = new Map<number, SignedHead>();

  constructor(private readonly keyOf: (id: string) => KeyObject | undefined) {}

  /** Takes a signed head; what is wrong with it, or null. */
  expect(head: SignedHead): PublicFault | null {
    const seq = Number(head.seq);
    if (!isSigned(head, this.keyOf))
      return { seq, says: `the signed head of event ${head.seq} does not bear a valid signature of a known key` };
    const other = this.heads.get(seq);
    if (other && other.head !== head.head) return { seq, says: `two signed heads of event ${head.seq} differ` };
    this.heads.set(seq, head);
    return null;
  }

  /** Takes the next line; what is wrong with it, or null. */
  take(text: string): PublicFault | null {
    const line = readLine(text);
    if (!line) return { seq: this.seq + 1, says: `after event ${this.seq} comes a line that is no event in canonical form` };
    const { seq } = line;
    if (seq !== this.seq + 1) return { seq, says: `after event ${this.seq} comes ${seq}: an event is missing or out of order` };
    const digest = digestOfHashes(hashOf(Buffer.from(canonical(line.public))), Buffer.from(line.office, 'hex'));
    this.head = headOf(BigInt(seq), this.head, digest);
    this.seq = seq;
    if (this.head.toString('hex') !== line.head) return { seq, says: `event ${seq} was changed: the chain breaks there` };
    const signed = this.heads.get(seq);
    if (signed && signed.head !== line.head)
      return { seq, says: `the signed head differs at event ${seq}: the chain was recomputed or is another` };
    if (signed) this.matched += 1;
    return null;
  }

  /** What is wrong with the whole, once every line was taken. */
  end(): PublicFault | null {
    const last = Math.max(0, ...this.heads.keys());
    if (last > this.seq)
      return { seq: this.seq + 1, says: `the log ends at ${this.seq}, but a signed head names event ${last}: its tail was cut` };
    if (last < this.seq) return { seq: last + 1, says: `no signed head names an event after ${last}, but the log goes on to ${this.seq}` };
    return null;
  }
}

/** A line in canonical form whose public part is of this format; else null. */
export function readLine(text: string): PublicLine | null {
  try {
    const line = JSON.parse(text) as PublicLine;
    const sound =
      canonical(line) === text &&
      HEX.test(line.head) &&
      HEX.test(line.office) &&
      Number.isSafeInteger(line.seq) &&
      line.public.format === FORMAT &&
      line.public.part === 'public';
    return sound && Object.keys(line).length === 4 ? line : null;
  } catch {
    return null;
  }
}
