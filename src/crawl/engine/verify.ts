import { createHash, createPublicKey, verify } from 'node:crypto';
import { Readable } from 'node:stream';
import { WARCParser } from 'warcio';
import { openZip, type OpenZip } from './zip.js';

export interface Verdict {
  holds: boolean;
  says: string;
  faults: string[];
  /** by the SHA-256 of its public key, null where the signature does not fit; known: whether it is one of those that were asked for, null if none was */
  signer: { fingerprint: string | null; known: boolean | null };
  /** when the signer says that it was made; no time-stamp authority attests it */
  created: string | null;
  files: number;
}
interface Manifest {
  created?: string;
  resources: { path: string; hash: string; bytes: number }[];
}
interface Digest {
  path: string;
  hash: string;
  signedData?: { hash: string; created: string; signature: string; publicKey: string };
}
const OWN = new Set(['datapackage.json', 'datapackage-digest.json']);

/**
 * Checks a package against itself: every hash, no file unlisted, the manifest's hash, its signature, and the digests inside the WARC.
 * Anybody can sign a package of their own: only one of `keys`, by fingerprint, says that it is the office's. Shares no code with the packer.
 */
export async function verifyPackage(file: string, keys: readonly string[] = []): Promise<Verdict> {
  const faults: string[] = [];
  let [fingerprint, created, files]: [string | null, string | null, number] = [null, null, 0];
  try {
    const zip = await openZip(file);
    try {
      files = zip.names.length;
      ({ fingerprint, created } = await checkSignature(zip, faults));
      await checkResources(zip, faults);
      for (const name of zip.names.filter((n) => /^archive\/.*\.warc(\.gz)?$/.test(n))) await checkWarc(await zip.open(name), name, faults);
    } finally {
      zip.close();
    }
  } catch (error) {
    faults.push(`the file cannot be read as a package: ${(error as Error).message}`);
  }
  const known = keys.length > 0 ? keys.some((key) => key === fingerprint) : null;
  if (fingerprint !== null && known === false) faults.push(`it is signed by the key ${fingerprint}, which is none of those asked for`);
  const holds = faults.length === 0;
  const signer = { fingerprint, known };
  return {
    holds,
    faults,
    signer,
    created,
    files,
    says: holds
      ? known
        ? `The package holds: ${files} files, signed by a key that was asked for, ${fingerprint}.`
        : `The package holds in itself: ${files} files. Who signed it was NOT checked: compare the key ${fingerprint} with those that the office publishes.`
      : `The package does NOT hold: ${faults[0]}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}.`,
  };
}

async function checkSignature(zip: OpenZip, faults: string[]): Promise<{ fingerprint: string | null; created: string | null }> {
  const nothing = { fingerprint: null, created: null };
  if (!zip.names.includes('datapackage.json') || !zip.names.includes('datapackage-digest.json')) {
    faults.push('it has no manifest or no digest of it');
    return nothing;
  }
  const digest = JSON.parse((await zip.read('datapackage-digest.json')).toString()) as Digest;
  const manifest = await zip.read('datapackage.json');
  if (digest.hash !== `sha256:${sha256(manifest)}`) faults.push('datapackage.json was changed after it was sealed');
  if (!digest.signedData) {
    faults.push('it is not signed');
    return nothing;
  }
  const { hash, created, signature, publicKey } = digest.signedData;
  const der = Buffer.from(publicKey, 'base64');
  const good =
    hash === digest.hash &&
    verify(
      'sha256',
      Buffer.from(hash),
      { key: createPublicKey({ key: der, format: 'der', type: 'spki' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64'),
    );
  if (!good) faults.push('the signature does not fit the manifest');
  const { created: covered = null } = JSON.parse(manifest.toString()) as Manifest;
  if (covered === null) faults.push('its manifest bears no time');
  else if (created !== covered) faults.push(`its signature is dated ${created}, but the manifest that was signed says ${covered}`);
  return { fingerprint: good ? sha256(der) : null, created: covered };
}

async function checkResources(zip: OpenZip, faults: string[]): Promise<void> {
  const { resources } = JSON.parse((await zip.read('datapackage.json')).toString()) as Manifest;
  const listed = new Set(resources.map((r) => r.path));
  for (const name of zip.names) if (!listed.has(name) && !OWN.has(name)) faults.push(`${name} is not in the manifest`);
  for (const { path, hash, bytes } of resources) {
    if (!zip.names.includes(path)) {
      faults.push(`${path} is missing`);
      continue;
    }
    const digest = createHash('sha256');
    let size = 0;
    for await (const chunk of (await zip.open(path)) as AsyncIterable<Buffer>) {
      digest.update(chunk);
      size += chunk.length;
    }
    if (`sha256:${digest.digest('hex')}` !== hash || size !== bytes) faults.push(`${path} was changed after it was sealed`);
  }
}

/** Read by a library, so that the writer's own idea of the format is not the only witness. */
async function checkWarc(stream: Readable, name: string, faults: string[]): Promise<void> {
  let records = 0;
  for await (const record of new WARCParser(stream)) {
    records++;
    const told = record.warcHeader('WARC-Payload-Digest');
    if (record.warcType !== 'response' || !told) continue;
    const body = await record.readFully(false); // as received, still encoded
    if (told !== `sha256:${sha256(body)}`) faults.push(`${name}: the body of ${record.warcTargetURI} does not fit its digest`);
  }
  if (records === 0) faults.push(`${name} holds no record`);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
