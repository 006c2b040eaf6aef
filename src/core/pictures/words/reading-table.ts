import { readTable, type Fault } from '../../table.js';
import type { Scaling } from '../decoder.js';

export interface ReadingTable extends Scaling {
  language: string;
  least_side: number;
  least_confidence: number;
  again_below: number;
  white: number;
  most_words: number;
  most_letters: number;
  parts: number;
  seconds: number;
  memory_mb: number;
}

const BETWEEN: [keyof ReadingTable, number, number][] = [
  ['most_side', 400, 4000],
  ['enlarged_below', 0, 4000],
  ['enlarged', 1, 4],
  ['least_side', 1, 1000],
  ['least_confidence', 0, 100],
  ['again_below', 0, 100],
  ['white', 128, 255],
  ['most_words', 1, 5000],
  ['most_letters', 1, 100_000],
  ['parts', 1, 50],
  ['seconds', 1, 120],
  ['memory_mb', 400, 4000],
];

export function readingFaults(table: ReadingTable): Fault[] {
  const found: Fault[] = BETWEEN.filter(
    ([key, low, high]) => !(typeof table[key] === 'number' && table[key] >= low && table[key] <= high),
  ).map(([key, low, high]) => ({ path: [key], says: `${key} must be a number between ${low} and ${high}` }));
  if (!/^[a-z_]{3,12}$/.test(String(table.language)))
    found.push({ path: ['language'], says: 'language must name a data package, such as vie' });
  if (table.enlarged_below > table.most_side) found.push({ path: ['enlarged_below'], says: 'enlarged_below must not lie above most_side' });
  return found;
}

/** `config/reading.yaml`, checked. */
export const readingTable = readTable<ReadingTable>('reading.yaml', readingFaults);
