/** Numbers from 1 up for whole numbers, in the order in which they came; 0 for what was not put. */
export class SmallMap {
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  private readonly mask: number;
  size = 0;
  constructor(most: number) {
    this.mask = 2 ** Math.ceil(Math.log2(most * 2 + 2)) - 1;
    this.keys = new Int32Array(this.mask + 1);
    this.values = new Int32Array(this.mask + 1);
  }
  private slot(key: number): number {
    let slot = Math.imul(key, 0x9e3779b1) >>> 7;
    for (slot &= this.mask; this.values[slot] !== 0 && this.keys[slot] !== key; slot = (slot + 1) & this.mask);
    return slot;
  }
  get = (key: number): number => this.values[this.slot(key)];
  put(key: number): number {
    const slot = this.slot(key);
    this.keys[slot] = key;
    return (this.values[slot] ||= ++this.size);
  }
}
