import type { Exchange } from './exchange.js';

/** Stands in the place of what would open an account. */
export const MARK = '[withheld]';
/** shorter ones, and words, are no keys: they stand in ordinary texts */
const LEAST_KEY = 16;
const AUTHORIZES = /^(proxy-)?authorization$/i;

/** The values among these that would open an account, in each way in which a page may write them; the longest first. */
export function keysAmong(values: Iterable<string>): string[] {
  const keys = [...values].filter(isKey).flatMap((value) => [value, encodeURIComponent(value), decoded(value)]);
  return [...new Set(keys)].sort((a, b) => b.length - a.length);
}
const isKey = (value: string): boolean => value.length >= LEAST_KEY && /\d/.test(value) && /[a-z]/i.test(value);
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const pairs = (cookies: string): [string, string][] =>
  cookies.split(';').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? ['', pair.trim()] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });

/** What the headers of these exchanges carry that opens something. */
export function sentKeys(exchanges: readonly Exchange[]): string[] {
  return exchanges.flatMap(({ requestHeaders, responseHeaders }) =>
    [...named(requestHeaders), ...named(responseHeaders)].flatMap(([name, value]) => {
      if (/^cookie$/i.test(name)) return pairs(value).map(([, v]) => v);
      if (/^set-cookie$/i.test(name)) return [pairs(value)[0][1]];
      return AUTHORIZES.test(name) ? [value.replace(/^\S+\s+/, '')] : [];
    }),
  );
}
const named = (flat: string[]): [string, string][] =>
  flat.flatMap((name, i) => (i % 2 === 0 ? [[name, flat[i + 1]] as [string, string]] : []));

/** Headers without the values that open something; names and attributes stay. */
export function withoutKeys(flat: string[]): string[] {
  return named(flat).flatMap(([name, value]) => {
    if (/^cookie$/i.test(name))
      return [
        name,
        pairs(value)
          .map(([n]) => `${n}=${MARK}`)
          .join('; '),
      ];
    if (/^set-cookie$/i.test(name)) return [name, value.replace(/^([^=;]*=)?[^;]*/, (_, n: string | undefined) => `${n ?? ''}${MARK}`)];
    return [
      name,
      AUTHORIZES.test(name) ? value.replace(/^(\S+\s+)?.*$/s, (_, scheme: string | undefined) => `${scheme ?? ''}${MARK}`) : value,
    ];
  });
}

/** A record without these keys, wherever they stand in it. */
export function recordWithout<T>(record: T, keys: readonly string[]): T {
  let json = JSON.stringify(record);
  for (const key of keys) json = json.replaceAll(JSON.stringify(key).slice(1, -1), MARK);
  return JSON.parse(json) as T;
}

/** Overwrites these keys in place with as many asterisks; how often one stood there. */
export function overwrite(bytes: Buffer, keys: readonly string[]): number {
  let places = 0;
  for (const key of keys)
    for (let at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at)) {
      bytes.fill('*', at, (at += Buffer.byteLength(key)));
      places++;
    }
  return places;
}
