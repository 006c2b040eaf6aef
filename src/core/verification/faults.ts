/** What was checked; each fault belongs to one, by the first word of its code. */
export const CHECKS = ['form', 'hashes', 'manifest', 'signature', 'archive', 'timestamp', 'receipt', 'exhibits'] as const;
export type Check = (typeof CHECKS)[number];
export type Standing = 'holds' | 'pending' | 'absent' | 'broken';
type Values = Record<string, string | number>;
/** Its words lie in config/verification.yaml, under its code. */
export interface Fault {
  code: `${Check}.${string}`;
  /** the file inside that it is about, or a place in it */
  where: string;
  values: Values;
}
const MOST = 200;

/** Faults in the order in which they were found; the first ones are kept, all are counted. */
export class Faults {
  readonly list: Fault[] = [];
  /** what was looked at, whatever was found */
  readonly checked = new Set<Check>();
  count = 0;
  private readonly broken = new Set<string>();

  add(code: Fault['code'], where = '', values: Values = {}): void {
    this.count++;
    this.broken.add(code.split('.')[0]);
    if (this.list.length < MOST) this.list.push({ code, where: where.slice(0, 300), values });
  }
  in(check: Check): boolean {
    return this.broken.has(check);
  }
}
