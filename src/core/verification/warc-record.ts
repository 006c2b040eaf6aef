import type { Faults } from './faults.js';
import type { Hash, Means } from './means.js';
import { joined } from './source.js';

/** What the index and the pairs need of a record. */
export interface WarcRecord {
  at: number;
  length: number;
  type: string;
  id: string;
  uri: string;
  date: string;
  digest: string;
  concurrent: string[];
  status: number | null;
  mime: string;
}
const [LONGEST_HEAD, LONGEST_HTTP] = [65_536, 1_048_576];
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
/** records that bear what a server sent, and so must say the hash of it */
const BEARS_PAYLOAD = new Set(['response', 'resource', 'revisit', 'conversion']);

/** One record of WARC 1.1 (ISO 28500), read as it comes: its header, a block of exactly the length that it says, its digests, its end. */
export class RecordCheck {
  private stage: 'head' | 'block' | 'end' | 'dead' = 'head';
  private readonly head = new Head(LONGEST_HEAD, utf8);
  private fields = new Map<string, string[]>();
  private left = 0;
  private tail: number[] = [];
  private readonly block: Hash;
  /** what lies behind the head of HTTP, where the block has one; without, it is the block */
  private http: Head | null = null;
  private payload: Hash | null = null;

  constructor(
    private readonly where: string,
    private readonly means: Means,
    private readonly faults: Faults,
  ) {
    this.block = means.sha256();
  }

  push(bytes: Uint8Array): void {
    let rest = bytes;
    if (this.stage === 'head') rest = this.readHead(rest);
    if (this.stage === 'block' && rest.length > 0) rest = this.readBlock(rest);
    if (this.stage === 'end' && this.tail.length <= 4) this.tail.push(...rest.subarray(0, 5));
  }

  /** What the record is, once its last byte was pushed; null where it is broken. */
  end(at: number, length: number): WarcRecord | null {
    if (this.stage === 'dead') return null;
    if (this.stage !== 'end' || String(this.tail) !== '13,10,13,10') return this.broken('archive.record-length');
    const type = this.field('warc-type');
    const [block, digest] = [this.field('warc-block-digest'), this.field('warc-payload-digest')];
    const blockIs = `sha256:${this.block.hex()}`;
    if (block !== blockIs) this.faults.add(block ? 'archive.block-digest' : 'archive.no-digest', this.where);
    const payloadIs = this.payload ? `sha256:${this.payload.hex()}` : blockIs;
    if (digest ? digest !== payloadIs : BEARS_PAYLOAD.has(type))
      this.faults.add(digest ? 'archive.payload-digest' : 'archive.no-digest', this.where, { uri: this.field('warc-target-uri') });
    const [, status] = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/.exec(this.http?.first ?? '') ?? [];
    if (type === 'response' && this.http && status === undefined) this.faults.add('archive.http-head', this.where);
    const mime = (this.http ? (this.http.fields().get('content-type')?.at(0) ?? '') : this.field('content-type')).split(';')[0].trim();
    return {
      at,
      length,
      type,
      id: this.field('warc-record-id'),
      uri: this.field('warc-target-uri'),
      date: this.field('warc-date'),
      digest,
      concurrent: this.fields.get('warc-concurrent-to') ?? [],
      status: status === undefined ? null : Number(status),
      mime,
    };
  }

  private field(name: string): string {
    return this.fields.get(name)?.[0] ?? '';
  }
  private broken(code: `archive.${string}`): null {
    this.stage = 'dead';
    this.faults.add(code, this.where);
    return null;
  }
  private readHead(bytes: Uint8Array): Uint8Array {
    const rest = this.head.push(bytes);
    if (this.head.tooLong) this.broken('archive.record-head');
    if (rest === null) return new Uint8Array();
    this.fields = this.head.fields();
    const doubled = [...this.fields].some(([name, values]) => values.length > 1 && name !== 'warc-concurrent-to');
    const fits =
      this.head.first === 'WARC/1.1' &&
      this.head.plain &&
      !doubled &&
      /^[a-z]+$/.test(this.field('warc-type')) &&
      /^<[^<>\s]+>$/.test(this.field('warc-record-id')) &&
      DATE.test(this.field('warc-date')) &&
      /^\d{1,15}$/.test(this.field('content-length'));
    if (!fits) {
      this.broken('archive.record-head');
      return new Uint8Array();
    }
    this.left = Number(this.field('content-length'));
    this.stage = this.left > 0 ? 'block' : 'end';
    if (/^application\/http\b/.test(this.field('content-type'))) {
      this.http = new Head(LONGEST_HTTP, latin1);
      if (this.field('warc-payload-digest')) this.payload = this.means.sha256();
    }
    return rest;
  }
  private readBlock(bytes: Uint8Array): Uint8Array {
    const part = bytes.subarray(0, this.left);
    this.left -= part.length;
    this.block.update(part);
    const behind = this.http && !this.http.whole ? this.http.push(part) : part;
    if (behind && behind.length > 0) this.payload?.update(behind);
    if (this.http?.tooLong) this.broken('archive.http-head');
    else if (this.left === 0) this.stage = 'end';
    return bytes.subarray(part.length);
  }
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Lines up to an empty one, as WARC and HTTP both have them. */
class Head {
  private readonly parts: Uint8Array[] = [];
  private held = 0;
  private lines: string[] = [];
  whole = false;
  tooLong = false;
  constructor(
    private readonly most: number,
    private readonly decode: (bytes: Uint8Array) => string,
  ) {}
  get first(): string {
    return this.lines[0] ?? '';
  }
  /** each line is a field, none is folded */
  get plain(): boolean {
    return this.lines.slice(1).every((line) => /^[\w-]+:/.test(line));
  }
  /** What follows the empty line; null as long as it did not come. */
  push(bytes: Uint8Array): Uint8Array | null {
    this.parts.push(bytes);
    this.held += bytes.length;
    const all = joined(this.parts);
    const end = endOf(all);
    if (end < 0) {
      this.tooLong = this.held > this.most;
      this.parts.splice(0, this.parts.length, all);
      return null;
    }
    this.whole = true;
    this.tooLong = end > this.most;
    this.lines = this.decode(all.subarray(0, end)).split('\r\n');
    this.parts.length = 0;
    return all.subarray(end + 4);
  }
  fields(): Map<string, string[]> {
    const fields = new Map<string, string[]>();
    for (const line of this.lines.slice(1)) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).toLowerCase();
      fields.set(name, [...(fields.get(name) ?? []), line.slice(colon + 1).trim()]);
    }
    return fields;
  }
}
function endOf(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1))
    if (bytes[at + 1] === 10 && bytes[at + 2] === 13 && bytes[at + 3] === 10) return at;
  return -1;
}
