import type { Faults } from './faults.js';
import type { Crc, Inflater, Means } from './means.js';
import type { Sink } from './pour.js';
import { u16, u32 } from './source.js';
import { RecordCheck, type WarcRecord } from './warc-record.js';

const [HEAD_BYTES, TAIL_BYTES, SLICE] = [10, 8, 1_048_576];
const MOST_RECORDS = 500_000;

/** A file of WARC records, each a gzip member of its own (RFC 1952), checked as its bytes come by. */
export class WarcCheck implements Sink {
  readonly records: WarcRecord[] = [];
  private stage: 'head' | 'body' | 'tail' | 'dead' = 'head';
  private held = new Uint8Array();
  private position = 0;
  private began = 0;
  private size = 0;
  private crc!: Crc;
  private inflater: Inflater | null = null;
  private record!: RecordCheck;

  constructor(
    readonly name: string,
    private readonly means: Means,
    private readonly faults: Faults,
  ) {}

  async push(bytes: Uint8Array): Promise<void> {
    let rest = bytes;
    while (rest.length > 0 && this.stage !== 'dead') {
      const taken = this.stage === 'body' ? await this.inflate(rest.subarray(0, SLICE)) : this.gather(rest);
      this.position += taken;
      rest = rest.subarray(taken);
    }
  }
  /** To be called after the last byte. */
  end(): void {
    if (this.stage !== 'dead' && (this.stage !== 'head' || this.held.length > 0)) this.broken();
    if (this.records.length === 0 && this.stage !== 'dead') this.faults.add('archive.empty', this.name);
    this.inflater?.close();
  }

  private get where(): string {
    return `${this.name} @${this.began}`;
  }
  private broken(): void {
    this.faults.add('archive.member', this.where);
    this.stage = 'dead';
  }
  /** Few bytes that must be there together. */
  private gather(bytes: Uint8Array): number {
    const wanted = (this.stage === 'head' ? HEAD_BYTES : TAIL_BYTES) - this.held.length;
    const part = bytes.subarray(0, wanted);
    const held = new Uint8Array(this.held.length + part.length);
    held.set(this.held);
    held.set(part, this.held.length);
    this.held = held;
    if (part.length === wanted) {
      this.held = new Uint8Array();
      if (this.stage === 'head') this.open(held);
      else this.close(held, this.position + part.length);
    }
    return part.length;
  }
  private open(head: Uint8Array): void {
    if (u16(head, 0) !== 0x8b1f || head[2] !== 8 || head[3] !== 0 || this.records.length >= MOST_RECORDS) return this.broken();
    this.crc = this.means.crc32();
    this.size = 0;
    this.inflater = this.means.inflater();
    this.record = new RecordCheck(this.where, this.means, this.faults);
    this.stage = 'body';
  }
  private async inflate(bytes: Uint8Array): Promise<number> {
    try {
      const taken = await this.inflater!.write(bytes, (out) => {
        this.crc.update(out);
        this.size += out.length;
        this.record.push(out);
      });
      if (taken < bytes.length) {
        this.inflater!.close();
        this.inflater = null;
        this.stage = 'tail';
      }
      return taken;
    } catch {
      this.broken();
      return bytes.length;
    }
  }
  private close(tail: Uint8Array, end: number): void {
    if (u32(tail, 0) !== this.crc.value() || u32(tail, 4) !== this.size % 2 ** 32) return this.broken();
    const record = this.record.end(this.began, end - this.began);
    if (record) this.records.push(record);
    this.began = end;
    this.stage = 'head';
  }
}
