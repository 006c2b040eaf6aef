import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const EMOJI = 'noto-color-emoji-emoji-400-normal.woff';
/** Emoji drawn as SVG beside the same as layers: the browser uses the layers. */
const NOT_NEEDED = ['SVG '];
const FAMILIES = ['sans-serif', 'serif', 'monospace', 'system-ui'];
const SETTINGS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir prefix="relative">fonts</dir>
<cachedir prefix="xdg">fontconfig</cachedir>
${FAMILIES.map((family) => `<alias><family>${family}</family><prefer><family>Open Sans</family><family>Noto Color Emoji</family></prefer></alias>`).join('\n')}
</fontconfig>
`;

/** Lays emoji beside the letters that the bundled browser came with, and tells it where both lie: a bare machine has no fonts. */
export function layFonts(dir: string): void {
  const files = join(dirname(require.resolve('@fontsource/noto-color-emoji/package.json')), 'files');
  writeFileSync(join(dir, 'fonts', 'NotoColorEmoji.ttf'), sfnt(readFileSync(join(files, EMOJI)), NOT_NEEDED));
  writeFileSync(join(dir, 'fonts.conf'), SETTINGS);
}

/** A WOFF is an sfnt font with each table deflated: here it is put together again, as the system's fonts must be. */
export function sfnt(woff: Buffer, leaveOut: readonly string[] = []): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('this is no WOFF font');
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, i) => {
    const entry = woff.subarray(44 + 20 * i, 64 + 20 * i);
    const [offset, packed, length, checksum] = [4, 8, 12, 16].map((at) => entry.readUInt32BE(at));
    const bytes = woff.subarray(offset, offset + packed);
    return { tag: entry.toString('latin1', 0, 4), checksum, bytes: packed < length ? inflateSync(bytes) : bytes };
  }).filter((table) => !leaveOut.includes(table.tag));
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + 16 * tables.length);
  woff.copy(head, 0, 4, 8);
  [tables.length, power * 16, Math.log2(power), tables.length * 16 - power * 16].forEach((n, i) => head.writeUInt16BE(n, 4 + 2 * i));
  const parts: Buffer[] = [head];
  let at = head.length;
  for (const [i, { tag, checksum, bytes }] of tables.entries()) {
    head.write(tag, 12 + 16 * i, 'latin1');
    [checksum, at, bytes.length].forEach((n, k) => head.writeUInt32BE(n, 16 + 16 * i + 4 * k));
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    parts.push(bytes, padding);
    at += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}
