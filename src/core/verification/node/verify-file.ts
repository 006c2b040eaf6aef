import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import type { Witnesses } from '../beside.js';
import { LARGEST_BESIDE, RECEIPT, tokenEnding } from '../dossier-parts.js';
import { Faults } from '../faults.js';
import type { Source } from '../source.js';
import { conclude, nothingYet, type Beside, type Verdict } from '../verdict.js';
import { verifySource } from '../verify.js';
import { nodeMeans } from './means.js';

/** Verifies a file with what lies beside it. What cannot be read is told by the verdict, as is what reads wrongly. */
export async function verifyFile(file: string, keys: readonly string[] = [], witnesses: Witnesses = {}): Promise<Verdict> {
  let handle: FileHandle | undefined;
  try {
    const opened = (handle = await open(file));
    const { size } = await opened.stat();
    const source: Source = {
      size,
      read: async (offset, length, into) => {
        const wanted = Math.min(length, Math.max(0, size - offset));
        const bytes = into?.subarray(0, wanted) ?? new Uint8Array(wanted);
        let got = 0;
        while (got < bytes.length) {
          const { bytesRead } = await opened.read(bytes, got, bytes.length - got, offset + got);
          if (bytesRead === 0) break;
          got += bytesRead;
        }
        return bytes.subarray(0, got);
      },
    };
    return await verifySource(file, source, await besideFile(file), { means: nodeMeans, witnesses, keys });
  } catch (error) {
    const [faults, verdict] = [new Faults(), nothingYet(file, 0)];
    faults.add('form.unreadable', '', { says: (error as Error).message.slice(0, 200) });
    return conclude(verdict, faults);
  } finally {
    await handle?.close();
  }
}

/** Asked for by their names, so that a folder of thousands is not listed for each of its packages. */
async function besideFile(file: string): Promise<Beside> {
  const tokens: Uint8Array[] = [];
  for (let token; (token = await maybe(file + tokenEnding(tokens.length + 1)));) tokens.push(token);
  return { tokens, receipt: await maybe(file + RECEIPT) };
}
async function maybe(path: string): Promise<Uint8Array | null> {
  const info = await stat(path).catch(() => null);
  return info?.isFile() && info.size <= LARGEST_BESIDE ? readFile(path) : null;
}
