/** Who reads, with the rights that they hold. */
export interface Reader {
  staffId: string;
  rights: ReadonlySet<string>;
}
/** One list of what waits: the rights that open it, any of them, and its query. */
export interface Section {
  rights: string[];
  sql: string;
  values(reader: Reader): unknown[];
  /** which of its lines wait for the reader; without it, all */
  waits?: string;
}
export const opens = (section: Section, reader: Reader): boolean => section.rights.some((right) => reader.rights.has(right));
