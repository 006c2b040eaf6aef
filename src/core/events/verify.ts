import { verify as verifySignature, type KeyObject } from 'node:crypto';
import { DateVerifier, type Misdated } from './dates.js';
import { readFrame, type FramedRow } from './frame.js';
import { headStatement, type SignedHead } from './head-keeper.js';
import { digestOf, GENESIS, headOf } from './seal.js';

/** One sealed event as the database gives it, in order of seq. */
export interface SealedRow {
  seq: bigint;
  eventId: string;
  digest: Buffer;
  head: Buffer;
  rowId: string | null;
  type: string | null;
  publicPart: Buffer | null;
  officePart: Buffer | null;
}
/** What is broken, for whoever says it in their own language. */
export type ChainFault =
  | 'order'
  | 'content-gone'
  | 'frame'
  | 'changed'
  | 'chain'
  | 'recomputed'
  | 'cut'
  | 'signature'
  | 'no-heads'
  | 'unsealed';
export type Verdict =
  /** provedTo: the last event that a signed head names; what comes after it rests on the chain alone, which its owner can make anew */
  | { holds: true; sealedTo: bigint; provedTo: bigint; heads: number; misdated: Misdated | null }
  | { holds: false; seq: bigint | null; fault: ChainFault; says: string };

/** Walks the chain, one event at a time, and compares it with the heads that were kept outside. */
export class ChainVerifier {
  private seq = 0n;
  private head: Buffer = GENESIS;
  private matched = 0;
  /** by their seq: a restart signs the newest head anew, and each of them must hold */
  private readonly heads = new Map<string, SignedHead[]>();
  private fault: Verdict | null = null;
  private readonly dates: DateVerifier;

  constructor(
    heads: SignedHead[],
    private readonly keyOf: (id: string) => KeyObject | undefined,
  ) {
    this.dates = new DateVerifier(heads);
    for (const head of heads) {
      this.heads.set(head.seq, [...(this.heads.get(head.seq) ?? []), head]);
      if (!this.fault) this.checkSignature(head);
    }
  }

  /** Takes the next event; false once something is broken. */
  take(row: SealedRow): boolean {
    if (this.fault) return false;
    const found = this.problemOf(row);
    if (found) this.fault = { holds: false, seq: row.seq, fault: found[0], says: found[1] };
    return !found;
  }

  end(): Verdict {
    if (this.fault) return this.fault;
    const last = [...this.heads.keys()].map(BigInt).reduce((a, b) => (a > b ? a : b), 0n);
    if (last > this.seq)
      return {
        holds: false,
        seq: this.seq + 1n,
        fault: 'cut',
        says: `the log ends at ${this.seq}, but a signed head outside names event ${last}: its tail was cut`,
      };
    return { holds: true, sealedTo: this.seq, provedTo: last, heads: this.matched, misdated: this.dates.end() };
  }

  private problemOf(row: SealedRow): [ChainFault, string] | null {
    if (row.seq !== this.seq + 1n) return ['order', `after event ${this.seq} comes ${row.seq}: an event is missing or out of order`];
    if (!row.publicPart || !row.officePart) return ['content-gone', `event ${row.seq} is sealed but its content is gone`];
    const read = readFrame(row as FramedRow);
    if ('fault' in read) return ['frame', `event ${row.seq}: ${read.fault}`];
    const digest = digestOf(row.publicPart, row.officePart);
    if (!digest.equals(row.digest)) return ['changed', `event ${row.seq} was changed after it was sealed`];
    this.head = headOf(row.seq, this.head, digest);
    this.seq = row.seq;
    if (!this.head.equals(row.head)) return ['chain', `the chain breaks at event ${row.seq}`];
    const kept = this.heads.get(row.seq.toString()) ?? [];
    if (kept.some(({ head }) => head !== this.head.toString('hex')))
      return ['recomputed', `the signed head outside differs at event ${row.seq}: the chain was recomputed`];
    this.matched += kept.length;
    this.dates.take(row.seq, read.recordedAt);
    return null;
  }

  private checkSignature(head: SignedHead): void {
    if (!isSigned(head, this.keyOf))
      this.fault = {
        holds: false,
        seq: BigInt(head.seq),
        fault: 'signature',
        says: `the signed head of event ${head.seq} does not bear a valid signature of a known key`,
      };
  }
}

/** A head that bears a valid signature of a key that is known by that name. */
export function isSigned(head: SignedHead, keyOf: (id: string) => KeyObject | undefined): boolean {
  const key = keyOf(head.key);
  return key !== undefined && verifySignature(null, headStatement(head), key, Buffer.from(head.signature, 'base64'));
}
