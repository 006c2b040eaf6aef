import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.js';
import { sfnt } from './fonts.js';

const woff = readFileSync(join(projectRoot, 'node_modules/@fontsource/noto-color-emoji/files/noto-color-emoji-5-400-normal.woff'));
const tablesOf = (font: Buffer) =>
  Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const entry = font.subarray(12 + 16 * i, 28 + 16 * i);
    const [offset, length] = [entry.readUInt32BE(8), entry.readUInt32BE(12)];
    return { tag: entry.toString('latin1', 0, 4), checksum: entry.readUInt32BE(4), offset, bytes: font.subarray(offset, offset + length) };
  });
function checksumOf(bytes: Buffer): number {
  const whole = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

describe('a font of the web as a font of the system', () => {
  test('has the same tables, each whole by its checksum and at its place', () => {
    const tables = tablesOf(sfnt(woff));
    expect(tables.map((t) => t.tag)).toContain('SVG ');
    for (const table of tables.filter((t) => t.tag !== 'head'))
      // whose checksum leaves one of its own fields out
      expect([table.tag, table.offset % 4, checksumOf(table.bytes)]).toEqual([table.tag, 0, table.checksum]);
  });
  test('can leave a table out', () => {
    const all = tablesOf(sfnt(woff)).map((t) => t.tag);
    expect(tablesOf(sfnt(woff, ['SVG '])).map((t) => t.tag)).toEqual(all.filter((tag) => tag !== 'SVG '));
  });
  test('that is no WOFF is refused', () => {
    expect(() => sfnt(Buffer.from('kính gửi quý vị'))).toThrow('no WOFF');
  });
});
