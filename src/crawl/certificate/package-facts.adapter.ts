import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { heldName } from '../../core/evidence/held-files.js';
import { Problem } from '../../core/problem/problem.js';
import { openZip } from '../engine/index.js';
import '../problems.js';

export interface PackedFile {
  path: string;
  hash: string;
  bytes: number;
}
export interface PackageFacts {
  /** provenance.json; earlier packages tell less */
  provenance: Record<string, unknown>;
  files: PackedFile[];
}

/** What a package tells of itself. Its directory stands at its end, so it is laid on the disk for as long as it is read. */
export async function packageFacts(bytes: Readable, parent: string): Promise<PackageFacts> {
  const dir = join(parent, heldName('certificate'));
  await mkdir(dir, { recursive: true, mode: 0o700 });
  try {
    const file = join(dir, 'package.wacz');
    await pipeline(bytes, createWriteStream(file, { mode: 0o600 }));
    const zip = await openZip(file).catch(() => {
      throw new Problem('package-unreadable');
    });
    try {
      const json = async (name: string) =>
        (zip.names.includes(name) ? JSON.parse((await zip.read(name)).toString()) : {}) as Record<string, unknown>;
      const { resources = [] } = (await json('datapackage.json')) as { resources?: PackedFile[] };
      return { provenance: await json('provenance.json'), files: resources };
    } finally {
      zip.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The text or number that stands at a path of the provenance, if it does. */
export function told(value: unknown, ...path: string[]): string | null {
  const found = path.reduce<unknown>(
    (v, key) => (typeof v === 'object' && v !== null ? (v as Record<string, unknown>)[key] : undefined),
    value,
  );
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? String(found) : null;
}
