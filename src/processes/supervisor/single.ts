import { join } from 'node:path';
import { holdFile } from '../../core/hold-file.js';

/** One house per data folder. */
export function takeHouse(dataDir: string): () => void {
  const held = holdFile(join(dataDir, 'lachan.lock'));
  if ('release' in held) return held.release;
  throw new Refusal(
    held.heldBy === null
      ? `Another start on the data in ${dataDir} is under way.`
      : `Lá Chắn already runs on the data in ${dataDir} (process ${held.heldBy}).`,
  );
}

/** A reason not to start, told in one sentence. */
export class Refusal extends Error {}
