// Pictures that are posted again after they were altered: how many are found, and how many strangers are joined. `npm run prove -- likeness [pictures]`
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { transpile } from '../scripts/transpile.mjs';

const root = join(import.meta.dirname, '..');

export default async function prove([given]) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'prove-'));
  try {
    transpile(root, code, ['src', 'test/kit']);
    return await likeness(code, Number(given ?? 300));
  } finally {
    rmSync(code, { recursive: true, force: true });
  }
}

async function likeness(code, count) {
  const from = (path) => import(join(code, path));
  const { drawn, ALTERATIONS, brightnessOf } = await from('test/kit/drawn-pictures.js');
  const { picturePrints } = await from('src/classify/likeness/picture-fingerprint.js');
  const { distanceOf } = await from('src/classify/likeness/fingerprint.js');
  const { likenessTable } = await from('src/classify/likeness/likeness-table.js');
  const { bits_apart: bound } = likenessTable.picture;
  const printsOf = async (bytes) => picturePrints(await brightnessOf(bytes), likenessTable.picture);

  const prints = [];
  const distances = new Map(Object.keys(ALTERATIONS).map((name) => [name, []]));
  for (let seed = 1_000; seed < 1_000 + count; seed++) {
    const original = await drawn(seed);
    const known = await printsOf(original.bytes);
    prints.push(known);
    for (const [name, alter] of Object.entries(ALTERATIONS))
      distances.get(name).push(distanceOf(await printsOf(await alter(original, seed)), known));
  }
  const strangers = prints.flatMap((one, i) => prints.slice(0, i).map((other) => distanceOf(one, other)));
  const joined = strangers.filter((d) => d <= bound).length;
  const found = [...distances.values()].flat().filter((d) => d <= bound).length;
  const tried = count * distances.size;
  const at = (list, share) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
  const told = (bits) => (bits === Infinity ? 'no key shared' : bits);
  return {
    title: 'Pictures that are posted again',
    holds: found === tried && joined === 0,
    says: `${tried} tried, ${found} found; ${strangers.length} pairs of strangers, ${joined} joined (bound: ${bound} of 256 bits). The pictures are drawn by the test: shapes, writing, and clouds over every second one.`,
    tables: [
      {
        head: ['alteration', 'found', 'missed', 'bits apart: median', '95 of 100', 'most'],
        rows: [...distances].map(([name, list]) => [
          name,
          list.filter((d) => d <= bound).length,
          list.filter((d) => d > bound).length,
          ...[0.5, 0.95, 1].map((share) => told(at(list, share))),
        ]),
      },
      {
        head: ['strangers', 'pairs that share a key', 'nearest pairs, bits apart'],
        rows: [
          [
            strangers.length,
            strangers.filter((d) => d < Infinity).length,
            strangers
              .toSorted((a, b) => a - b)
              .slice(0, 4)
              .map(told)
              .join(', '),
          ],
        ],
      },
    ],
  };
}
