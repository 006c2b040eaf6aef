import { Unplayable } from './stream.js';

/** The attributes of a tag (RFC 8216, 4.2), read from left to right once. */
export function attributesOf(line: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  let at = line.indexOf(':') + 1;
  while (at < line.length) {
    const equals = line.indexOf('=', at);
    if (equals < 0) break;
    const name = line.slice(at, equals).trim();
    const quoted = line[equals + 1] === '"';
    const close = quoted ? line.indexOf('"', equals + 2) : line.indexOf(',', equals);
    const end = close < 0 ? line.length : close;
    found[name] = line.slice(equals + (quoted ? 2 : 1), end).trim();
    const comma = quoted ? line.indexOf(',', end) : end;
    at = comma < 0 ? line.length : comma + 1;
  }
  return found;
}

/** `length[@offset]`; without an offset it begins where the last one of the same file ended. */
export function byteRange(said: string, url: string, ends: Map<string, number>): [number, number] | null {
  if (said === '') return null;
  const [, length, offset] = /^(\d{1,15})(?:@(\d{1,15}))?/.exec(said) ?? [];
  const first = offset === undefined ? (ends.get(url) ?? 0) : Number(offset);
  if (length === undefined || Number(length) === 0) throw new Unplayable('a range of its list cannot be read');
  ends.set(url, first + Number(length));
  return [first, first + Number(length) - 1];
}

export const durationOf = (said: string): number | null => {
  const seconds = Number.parseFloat(said);
  return Number.isFinite(seconds) && seconds >= 0 && seconds < 1e6 ? seconds : null;
};

export function hexOf(said: string): string {
  const [, digits] = /^0x([\da-f]{1,32})$/i.exec(said) ?? [];
  if (digits === undefined) throw new Unplayable('the start value of its cipher cannot be read');
  return digits.toLowerCase().padStart(32, '0');
}
