/** What a file says of itself: anybody can write that into a file, so it is a claim and no fact. Words and moments stand as they are written there. */
export interface FileClaims {
  takenAt?: string;
  changedAt?: string;
  device?: string;
  software?: string;
  title?: string;
  author?: string;
  place?: { latitude: number; longitude: number };
  seconds?: number;
  width?: number;
  height?: number;
  /** of a chat */
  form?: string;
  messages?: number;
  /** how many files of it hold messages, where there are several */
  chatFiles?: number;
  first?: string;
  last?: string;
  /** of a zip */
  entries?: number;
  unpackedBytes?: number;
}
/** Shown only to those who may read names. */
export const NAMING_CLAIMS = ['place', 'author', 'title', 'device', 'software'] as const;
const MOMENTS: readonly string[] = ['takenAt', 'changedAt'];
/** anybody can write a name where a moment should stand */
const MOMENT = /^(?=.*\d{4})(?:[\d\s:.,/+-]|UTC|GMT|[TZD])+$/;
const WORDS = ['takenAt', 'changedAt', 'device', 'software', 'title', 'author', 'form', 'first', 'last'] as const;
const NUMBERS = ['seconds', 'width', 'height', 'messages', 'chatFiles', 'entries', 'unpackedBytes'] as const;
const LONGEST = 200;
/** controls, blanks of no width and what turns the direction of words around; what joins the parts of an emoji stays */
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\u2800\ufeff]+/gu;

/** Of what was read of a file only that which has the form of a claim. */
export function asClaims(read: unknown): FileClaims {
  const given = (typeof read === 'object' && read !== null ? read : {}) as Record<string, unknown>;
  const words = WORDS.flatMap((key) => {
    const said = typeof given[key] === 'string' ? plain(given[key]) : '';
    return said && (!MOMENTS.includes(key) || MOMENT.test(said)) ? [[key, said]] : [];
  });
  const numbers = NUMBERS.flatMap((key) => {
    const value = given[key];
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= Number.MAX_SAFE_INTEGER
      ? [[key, Math.round(value * 10) / 10]]
      : [];
  });
  const place = asPlace(given.place);
  return Object.fromEntries([...words, ...numbers, ...(place ? [['place', place]] : [])]) as FileClaims;
}
/** Words on one line, without what nobody sees. */
export const plain = (text: string, most = LONGEST): string =>
  text
    .slice(0, most * 4)
    .toWellFormed()
    .replace(UNSEEN, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
    .slice(0, most)
    .toWellFormed()
    .trim();

function asPlace(given: unknown): FileClaims['place'] | null {
  const { latitude, longitude } = (given ?? {}) as Record<string, unknown>;
  const within = (value: unknown, most: number): value is number => typeof value === 'number' && Math.abs(value) <= most;
  // where no place was known, many devices write noughts
  if (!within(latitude, 90) || !within(longitude, 180) || (latitude === 0 && longitude === 0)) return null;
  const rounded = (n: number) => Math.round(n * 1e6) / 1e6;
  return { latitude: rounded(latitude), longitude: rounded(longitude) };
}

export const LONGEST_NAME = 200;

const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
/** The name that a file came with, as people may read it: no path, nothing that is not seen, its ending kept where it is cut. */
export function nameOf(given: string): string {
  const name = plain(given.split(/[/\\]/).at(-1) ?? '', 1_000);
  if (name.length <= LONGEST_NAME) return name || '?';
  const ending = endingOf(name);
  return `${name.slice(0, LONGEST_NAME - 1 - ending.length).toWellFormed()}…${ending}`;
}

interface Named {
  name: string;
  origin: string | null;
  claims: FileClaims;
  hidden: boolean;
}
/** What a reader may see of a file: without that right no claim that names, no origin, and of its name the ending alone. */
export function fileFor<T extends Named>(file: T, names: boolean): T {
  if (names) return { ...file, hidden: false };
  const { name, claims } = file;
  const open = Object.entries(claims).filter(([key]) => !(NAMING_CLAIMS as readonly string[]).includes(key));
  return { ...file, name: `…${endingOf(name)}`, origin: null, claims: Object.fromEntries(open), hidden: true };
}
