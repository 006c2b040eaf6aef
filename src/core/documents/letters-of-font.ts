const [SEGMENTS, GROUPS] = [4, 12];

/** The code points that a font draws, by the table `cmap` of its sfnt form. */
export function lettersOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => font.subarray(12 + 16 * i, 28 + 16 * i));
  const entry = tables.find((t) => t.toString('latin1', 0, 4) === 'cmap');
  if (!entry) throw new Error('this font says of no letter that it draws it');
  const cmap = font.subarray(entry.readUInt32BE(8));
  const maps = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.subarray(cmap.readUInt32BE(8 + 8 * i)));
  return new Set(
    maps.flatMap((map) => (map.readUInt16BE(0) === SEGMENTS ? bySegments(map) : map.readUInt16BE(0) === GROUPS ? byGroups(map) : [])),
  );
}

function bySegments(map: Buffer): number[] {
  const count = map.readUInt16BE(6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count];
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const [start, end] = [map.readUInt16BE(starts + 2 * i), map.readUInt16BE(ends + 2 * i)];
    const [delta, offset] = [map.readUInt16BE(deltas + 2 * i), map.readUInt16BE(offsets + 2 * i)];
    const glyph = (code: number): number => {
      if (offset === 0) return (code + delta) & 0xffff;
      const at = offsets + 2 * i + offset + 2 * (code - start);
      return at + 2 <= map.length ? map.readUInt16BE(at) : 0;
    };
    return start === 0xffff ? [] : between(start, end).filter((code) => glyph(code) !== 0);
  });
}

const byGroups = (map: Buffer): number[] =>
  Array.from({ length: map.readUInt32BE(12) }, (_, i) => between(map.readUInt32BE(16 + 12 * i), map.readUInt32BE(20 + 12 * i))).flat();

const between = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
