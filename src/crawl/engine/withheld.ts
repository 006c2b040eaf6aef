import { isOf } from '../profiles/is-of.js';
import type { Exchange } from './exchange.js';

/** Stands in the place of what would open an account. */
export const MARK = '[withheld]';
/** shorter ones, those of few letters, and words are no keys: they stand in ordinary texts */
const LEAST_KEY = 16;
const LEAST_LETTERS = 8;
/** so that nobody makes a capture end by setting more than can be looked for */
const MOST_KEYS = 500;
const AUTHORIZES = /^(proxy-)?authorization$/i;
const NAMES_A_KEY = /token|session|secret/i;

/** The values among these that would open an account, in each way in which a page may write them; of more than can be looked for the first. The longest stands first. */
export function keysAmong(values: Iterable<string>): string[] {
  const keys = new Set<string>();
  for (const value of values)
    if (isKey(tried(decodeURIComponent, value)))
      for (const form of [value, tried(encodeURIComponent, value), tried(decodeURIComponent, value)])
        if (isKey(form) && keys.size < MOST_KEYS) keys.add(form);
  return [...keys].sort((a, b) => b.length - a.length);
}
const isKey = (value: string): boolean =>
  value.length >= LEAST_KEY && /\d/.test(value) && /[a-z]/i.test(value) && !/\s/.test(value) && new Set(value).size >= LEAST_LETTERS;
function tried(coding: (value: string) => string, value: string): string {
  try {
    return coding(value);
  } catch {
    return value;
  }
}

const pairs = (cookies: string): [string, string][] =>
  cookies.split(';').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? ['', pair.trim()] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });

/** What these exchanges carry that opens something at one of these hosts; what others set is of no account. */
export function sentKeys(exchanges: readonly Exchange[], hosts: readonly string[]): string[] {
  return exchanges
    .filter(({ url }) => URL.canParse(url) && isOf(new URL(url).hostname, hosts))
    .flatMap(({ url, requestHeaders, responseHeaders }) => [
      ...named(requestHeaders).flatMap(([name, value]) => {
        if (/^cookie$/i.test(name)) return pairs(value).map(([, v]) => v);
        if (AUTHORIZES.test(name)) return [value.replace(/^\S+\s+/, '')];
        return NAMES_A_KEY.test(name) ? [value] : [];
      }),
      ...named(responseHeaders).flatMap(([name, value]) => (/^set-cookie$/i.test(name) ? [pairs(value)[0][1]] : [])),
      ...[...new URL(url).searchParams].flatMap(([name, value]) => (NAMES_A_KEY.test(name) ? [value] : [])),
    ]);
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

/** A record without these keys, wherever they stand in what it says; what its parts are called stays. */
export function recordWithout<T>(record: T, keys: readonly string[]): T {
  const without = (value: unknown): unknown => {
    if (typeof value === 'string' && value.length < LEAST_KEY) return value;
    if (typeof value === 'string') return keys.reduce((text, key) => text.replaceAll(key, MARK), value);
    if (Array.isArray(value)) return value.map(without);
    return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, v]) => [name, without(v)])) : value;
  };
  return without(record) as T;
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
