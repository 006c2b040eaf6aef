/** What a setting may be. A file holds a value, the environment text; both end as one value, or as `undefined` when they are none. */
export interface Kind<T> {
  /** ends the sentence "… must be" */
  says: string;
  fromText(text: string): unknown;
  accept(value: unknown): T | undefined;
}
const asItIs = (text: string): unknown => text;
const isText = (value: unknown): value is string => typeof value === 'string';

export const text: Kind<string> = { says: 'text', fromText: asItIs, accept: (v) => (isText(v) ? v : undefined) };

export function whole(from: number, to: number): Kind<number> {
  return {
    says: `a whole number from ${from} to ${to}`,
    fromText: (t) => (/^\d{1,15}$/.test(t.trim()) ? Number(t) : t),
    accept: (v) => (Number.isInteger(v) && (v as number) >= from && (v as number) <= to ? (v as number) : undefined),
  };
}

export function oneOf<T extends string>(...words: T[]): Kind<T> {
  return { says: `one of ${words.join(', ')}`, fromText: asItIs, accept: (v) => words.find((word) => word === v) };
}

/** An address of one of these schemes, such as `http` or `postgres`. */
export function address(...schemes: string[]): Kind<string> {
  const fits = (v: string) => URL.canParse(v) && schemes.includes(new URL(v).protocol.slice(0, -1)) && new URL(v).host !== '';
  return {
    says: `an address that begins with ${schemes.map((s) => `${s}://`).join(' or ')}`,
    fromText: asItIs,
    accept: (v) => (isText(v) && fits(v) ? v : undefined),
  };
}

export const timeZone: Kind<string> = {
  says: 'the name of a time zone, such as Asia/Ho_Chi_Minh',
  fromText: asItIs,
  accept: (v) => (isText(v) && isZone(v) ? v : undefined),
};
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Several addresses of these schemes: a list in a file, spaces between them in the environment. */
export function addresses(...schemes: string[]): Kind<string[]> {
  const one = address(...schemes);
  return {
    says: `a list of addresses that begin with ${schemes.map((s) => `${s}://`).join(' or ')}`,
    fromText: (t) => t.split(/\s+/).filter(Boolean),
    accept: (v) => (Array.isArray(v) && v.every((s) => one.accept(s) !== undefined) ? (v as string[]) : undefined),
  };
}

/** Addresses of these schemes by their names: a map in a file, `name=address` with spaces between them in the environment. */
export function namedAddresses(...schemes: string[]): Kind<Record<string, string>> {
  const one = address(...schemes);
  const fits = ([name, at]: [string, unknown]) => /^[a-z0-9-]{2,40}$/.test(name) && one.accept(at) !== undefined;
  return {
    says: `addresses that begin with ${schemes.map((s) => `${s}://`).join(' or ')}, each as name=address`,
    fromText: (t) =>
      Object.fromEntries(
        t
          .split(/\s+/)
          .filter(Boolean)
          .map((pair) => [pair.replace(/=.*/s, ''), pair.replace(/^[^=]*=?/, '')]),
      ),
    accept: (v) =>
      typeof v === 'object' && v !== null && !Array.isArray(v) && Object.entries(v).every(fits) ? (v as Record<string, string>) : undefined,
  };
}

export const objectId: Kind<string> = {
  says: 'an object identifier, such as 1.3.6.1.4.1.13762.3',
  fromText: asItIs,
  accept: (v) => (isText(v) && /^[0-2](\.(0|[1-9]\d{0,8})){1,20}$/.test(v) ? v : undefined),
};

/** A list in a file, commas between its entries in the environment. */
const listOf = (says: string, form: RegExp): Kind<string[]> => ({
  says,
  fromText: (t) =>
    t
      .split(',')
      .map((s) => s.trim())
      .filter(Boolean),
  accept: (v) => (Array.isArray(v) && v.every((s) => isText(s) && form.test(s)) ? (v as string[]) : undefined),
});
/** Machines with their ports. */
export const targets = listOf('a list of host:port', /^[^\s/:]+:\d{1,5}$|^\[[\da-f:.]+\]:\d{1,5}$/i);
/** Machines, with a port where it is not the usual one. */
export const machines = listOf('a list of hosts', /^[^\s/:[\]]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i);

/** Empty means that the house finds a value by itself. */
export function orEmpty<T>(kind: Kind<T>): Kind<T | null> {
  return { says: kind.says, fromText: kind.fromText, accept: (v) => (v === '' || v === null ? null : kind.accept(v)) };
}
