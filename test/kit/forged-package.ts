import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { partsOf, zipOf } from './plain-zip.js';
import { signedBy } from './sample-package.js';

type Changes = Record<string, (text: string) => string>;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The package with other content in some of its files, and nothing else made to fit. */
export async function changed(from: string, to: string, changes: Changes): Promise<void> {
  const files = await filesOf(from);
  for (const [name, change] of Object.entries(changes)) files.set(name, Buffer.from(change(files.get(name)!.toString())));
  await write(files, from, to);
}

/** The same by somebody who knows the format: every hash is made to fit, and the whole signed with a key of their own. */
export async function forged(from: string, to: string, changes: Changes): Promise<KeyObject> {
  const files = await filesOf(from);
  const manifest = JSON.parse(files.get('datapackage.json')!.toString()) as { resources: { path: string; hash: string; bytes: number }[] };
  for (const [name, change] of Object.entries(changes)) {
    const bytes = Buffer.from(change(files.get(name)!.toString()));
    files.set(name, bytes);
    Object.assign(
      manifest.resources.find((r) => r.path === name)!,
      { hash: `sha256:${sha256(bytes)}`, bytes: bytes.length },
    );
  }
  files.set('datapackage.json', Buffer.from(JSON.stringify(manifest)));
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const digest = JSON.parse(files.get('datapackage-digest.json')!.toString()) as { hash: string; signedData: Record<string, string> };
  digest.hash = `sha256:${sha256(files.get('datapackage.json')!)}`;
  Object.assign(digest.signedData, {
    hash: digest.hash,
    ...signedBy(privateKey, digest.hash),
  });
  files.set('datapackage-digest.json', Buffer.from(JSON.stringify(digest)));
  await write(files, from, to);
  return publicKey;
}

async function filesOf(file: string): Promise<Map<string, Buffer>> {
  return new Map(partsOf(await readFile(file)).map(({ name, content }) => [name, content]));
}
/** In the form of packages: by somebody who knows it. */
async function write(files: Map<string, Buffer>, from: string, to: string): Promise<void> {
  const parts = partsOf(await readFile(from));
  await writeFile(to, zipOf(parts.map((part) => ({ ...part, content: files.get(part.name)! }))));
}
