import sharp from 'sharp';
import { Refused } from './archive.js';
import type { FileTable } from './file-kinds.js';
import { claimsOf, readFile, stillOf } from './read-file.js';

/** The process that looks into one file of a stranger: it holds the file opened and nothing else of ours, and a file that ends it harms nobody. */
const FILE = 3;
sharp.cache(false);
sharp.concurrency(1);
process.once('disconnect', () => process.exit(0));
process.once('message', ({ size, table }: { size: number; table: FileTable }) => {
  void look(size, table).then(() => process.disconnect());
});

async function look(size: number, table: FileTable): Promise<void> {
  const say = (told: object) => new Promise<void>((done) => process.send!(told, () => done()));
  try {
    const read = await readFile(FILE, size, table);
    await say({ read });
    await say({ claims: await claimsOf(FILE, size, read, table) });
    const still = await stillOf(FILE, size, read, table);
    if (still) await say({ still });
  } catch (error) {
    if (error instanceof Refused) await say({ refused: error.code, detail: error.detail });
    else throw error;
  }
}
