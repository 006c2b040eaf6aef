/** Arrays as they lie in memory that threads share, or in a file. */
export interface Flat {
  [name: string]: Int32Array | Uint8Array | Flat;
}
export const numbers = (length: number) => new Int32Array(new SharedArrayBuffer(length * 4));

/** Whole numbers, one after another, in memory that threads share; `array` has room for more than stands in it. */
export class Column {
  array: Int32Array;
  length: number;
  constructor(flat?: Int32Array) {
    this.array = flat ?? numbers(0);
    this.length = flat ? flat.length : 0;
  }
  push(value: number): void {
    if (this.length === this.array.length) {
      const wider = numbers(roomFor(this.length));
      wider.set(this.array);
      this.array = wider;
    }
    this.array[this.length++] = value;
  }
  flat = (): Int32Array => this.array.subarray(0, this.length);
}

/** Texts, each with a number, in the order in which they came. */
export class Texts {
  private pool: Buffer;
  private readonly ends: Column;
  constructor(flat?: Flat) {
    this.pool = flat ? bufferOf(flat.pool as Uint8Array) : bytes(0);
    this.ends = new Column(flat?.ends as Int32Array | undefined);
  }

  get size(): number {
    return this.ends.length;
  }
  add(text: string): number {
    const from = this.start(this.size);
    if (from + text.length * 3 > this.pool.length) {
      const wider = bytes(roomFor(this.pool.length) + text.length * 3);
      wider.set(this.pool);
      this.pool = wider;
    }
    this.ends.push(from + this.pool.write(text, from));
    return this.size - 1;
  }
  at = (id: number): string => this.pool.toString('utf8', this.start(id), this.ends.array[id]);
  private start = (id: number): number => (id === 0 ? 0 : this.ends.array[id - 1]);

  flat(): Flat {
    return { pool: new Uint8Array(this.pool.buffer, this.pool.byteOffset, this.start(this.size)), ends: this.ends.flat() };
  }
}

/** Texts that are each held once, and found again: an open hash table of numbers plus one. */
export class Dictionary extends Texts {
  private readonly hashes: Column;
  private slots: Int32Array;
  constructor(flat?: Flat) {
    super(flat);
    this.hashes = new Column(flat?.hashes as Int32Array | undefined);
    this.slots = (flat?.slots as Int32Array | undefined) ?? numbers(16);
  }

  /** The number of a text; -1 where it is not held. */
  find(text: string): number {
    const hash = hashOf(text);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const id = this.slots[slot] - 1;
      if (this.hashes.array[id] === hash && this.at(id) === text) return id;
    }
    return -1;
  }
  put(text: string): number {
    const known = this.find(text);
    if (known >= 0) return known;
    const hash = hashOf(text);
    this.hashes.push(hash);
    if (this.hashes.length * 2 > this.slots.length) {
      this.slots = numbers(this.slots.length * 2);
      for (let id = 0; id < this.hashes.length; id++) this.enter(id);
    } else this.enter(this.hashes.length - 1);
    return this.add(text);
  }
  private enter(id: number): void {
    const mask = this.slots.length - 1;
    let slot = this.hashes.array[id] & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = id + 1;
  }

  override flat(): Flat {
    return { ...super.flat(), hashes: this.hashes.flat(), slots: this.slots };
  }
}

/** An eighth more, since most of it is held for long. */
const roomFor = (length: number): number => length + (length >> 3) + 64;
const bytes = (length: number): Buffer => Buffer.from(new SharedArrayBuffer(length));
const bufferOf = (array: Uint8Array): Buffer => Buffer.from(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength);
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
