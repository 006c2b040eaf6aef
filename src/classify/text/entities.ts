import { rewrite, type Written } from './written.js';

const ENTITY = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi;

const letterOf = (point: number): string | null =>
  point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : null;

/** Letters written as HTML entities: `&#x74;in` is tin. Entities of entities, too. */
export function readEntities(written: Written, named: ReadonlyMap<string, string>): Written {
  if (!written.text.includes('&')) return written;
  const read = (once: Written) =>
    rewrite(once, ENTITY, ([, hex, decimal, name]) =>
      name ? (named.get(name) ?? null) : letterOf(hex ? parseInt(hex, 16) : Number(decimal)),
    );
  const once = read(written);
  return once !== written && once.text.includes('&') ? read(once) : once;
}
