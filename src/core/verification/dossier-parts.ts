import { partOf, type Source } from './source.js';
import type { Beside } from './verdict.js';
import type { Entry } from './zip-entry.js';

export const LARGEST_BESIDE = 4 * 1_048_576;
/** what the name of a package is followed by, in that of the receipt and of its tokens */
export const RECEIPT = '.receipt.json';
export const tokenEnding = (number: number): string => (number === 1 ? '.tsr' : `.${number}.tsr`);

/** An entry that is stored as it is, as bytes of their own; one that cannot be found has none. */
export const partNamed = (source: Source, { dataAt, packed }: Entry): Source =>
  Number.isNaN(dataAt) ? partOf(source, 0, 0) : partOf(source, dataAt, packed);

export async function besideIn(source: Source, entries: readonly Entry[], name: string): Promise<Beside> {
  const read = (entry: Entry): Promise<Uint8Array> => partNamed(source, entry).read(0, LARGEST_BESIDE);
  const named = new Map(entries.map((entry) => [entry.name, entry]));
  const tokens: Entry[] = [];
  for (let token; (token = named.get(name + tokenEnding(tokens.length + 1)));) tokens.push(token);
  const receipt = named.get(name + RECEIPT);
  return { tokens: await Promise.all(tokens.map(read)), receipt: receipt ? await read(receipt) : null };
}
