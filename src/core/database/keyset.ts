import { Problem } from '../problem/problem.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^(-?infinity|\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d{1,6})?\+00)?)$/;
const KINDS = {
  number: { type: 'int8', fits: (text: string) => /^-?\d{1,15}$/.test(text) },
  time: { type: 'timestamptz', fits: (text: string) => TIME.test(text) && (text.endsWith('infinity') || !Number.isNaN(Date.parse(text))) },
  word: { type: 'text', fits: (text: string) => /^[a-z0-9-]{1,40}$/.test(text) },
  id: { type: 'uuid', fits: (text: string) => UUID.test(text) },
};
export type Kind = keyof typeof KINDS;
/** One thing by which a list is sorted, never null. A text is no part of a place, which stands in addresses: `of` selects it by the id of its row. */
export type SortKey = { sql: string; backwards?: boolean } & ({ kind: Kind } | { kind: 'text'; of: string });
/** A row, and its place in the list. */
export type Placed<T> = T & { place: string[] };
export interface Paged<T> {
  items: T[];
  nextCursor: string | null;
}

/** A list that is paged by its sort keys. A place holds their values, so that it counts also where its record is gone or has changed. */
export class Keyset {
  private readonly keys: SortKey[];
  private readonly kept: Kind[];
  /** SQL: what `ORDER BY` says */
  readonly by: string;
  /** SQL: a column of each row */
  readonly place: string;

  constructor(...keys: SortKey[]) {
    this.keys = keys;
    this.by = keys.map((k) => `${k.sql} ${k.backwards ? 'DESC' : 'ASC'}`).join(', ');
    this.kept = keys.flatMap((k) => (k.kind === 'text' ? [] : [k.kind]));
    this.place = `ARRAY[${keys.flatMap((k) => (k.kind === 'text' ? [] : [`(${k.sql})::text`])).join(', ')}] AS place`;
  }

  /** SQL: the rows after a place; `put` takes a value in and names its parameter. */
  after(cursor: string | undefined, put: (value: unknown) => string): string {
    if (cursor === undefined) return 'true';
    const kept = this.read(cursor).map((value, i) => `${put(value)}::${KINDS[this.kept[i]].type}`);
    const id = kept[kept.length - 1];
    const values = this.keys.map((k) => (k.kind === 'text' ? `(${k.of} = ${id})` : kept.shift()));
    const [{ backwards = false }] = this.keys;
    if (this.keys.every((k) => (k.backwards ?? false) === backwards))
      return `(${this.keys.map((k) => k.sql).join(', ')}) ${backwards ? '<' : '>'} (${values.join(', ')})`;
    const past = (i: number): string => {
      const { sql, backwards: down } = this.keys[i];
      const further = `${sql} ${down ? '<' : '>'} ${values[i]}`;
      return i === this.keys.length - 1 ? further : `(${further} OR ${sql} = ${values[i]} AND ${past(i + 1)})`;
    };
    return past(0);
  }

  /** SQL: a row of this list stands before one of `other`, the same list under another name; all keys run one way. */
  before(other: Keyset): string {
    const list = (keys: SortKey[]) => keys.map((k) => k.sql).join(', ');
    return `(${list(this.keys)}) ${this.keys[0].backwards ? '>' : '<'} (${list(other.keys)})`;
  }

  /** A page of rows of which one more was read than it holds. */
  page<T extends object>(rows: Placed<T>[], limit: number): Paged<Omit<Placed<T>, 'place'>> {
    const last = rows[limit - 1];
    return {
      items: rows.slice(0, limit).map(({ place: _place, ...row }) => row),
      nextCursor: rows.length > limit ? Buffer.from(JSON.stringify(last.place)).toString('base64url') : null,
    };
  }

  /** The values that a place holds. */
  read(cursor: string): string[] {
    const place = parsed(cursor);
    const fits = Array.isArray(place) && place.length === this.kept.length;
    if (!fits || !this.kept.every((kind, i) => typeof place[i] === 'string' && KINDS[kind].fits(place[i])))
      throw new Problem('invalid', { detail: 'This cursor belongs to no list' });
    return place as string[];
  }
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
