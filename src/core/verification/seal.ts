import type { Faults } from './faults.js';
import { isLow } from './low-s.js';
import { readJson, type Manifest } from './manifest.js';
import { isStrict } from './own-form.js';
import { sha256Of, type Means } from './means.js';
import { OWN } from './zip.js';

export interface Signer {
  /** SHA-256 of its public key; null where the signature does not fit */
  fingerprint: string | null;
  /** whether it is one of those that were asked for; null if none was */
  known: boolean | null;
}
const FIELDS = ['path', 'hash', 'signedData'];
/** WACZ signing 0.1.0, anonymous form: these and no other */
const SIGNED = ['hash', 'created', 'software', 'version', 'signature', 'publicKey'];

/** The digest of the manifest, and the signature over it. */
export async function checkSeal(
  manifestBytes: Uint8Array,
  digestBytes: Uint8Array | null,
  manifest: Manifest | null,
  keys: readonly string[],
  means: Means,
  faults: Faults,
): Promise<Signer> {
  const nobody: Signer = { fingerprint: null, known: keys.length > 0 ? false : null };
  const digest = readJson(digestBytes);
  if (!digest) {
    faults.add('manifest.no-digest', OWN[1]);
    return nobody;
  }
  faults.checked.add('manifest');
  const { path, hash, signedData } = digest.value;
  if (!digest.plain || path !== OWN[0] || Object.keys(digest.value).some((name) => !FIELDS.includes(name)))
    faults.add('manifest.digest-form', OWN[1]);
  const is = `sha256:${sha256Of(means, manifestBytes)}`;
  if (hash !== is) faults.add('manifest.changed', OWN[0]);
  if (typeof signedData !== 'object' || signedData === null) {
    faults.add('signature.absent');
    return nobody;
  }
  faults.checked.add('signature');
  const told = signedData as Record<string, unknown>;
  const text = (name: string): string => (typeof told[name] === 'string' ? told[name] : '');
  const [key, signature] = [fromBase64(text('publicKey')), fromBase64(text('signature'))];
  if (!sameNames(Object.keys(told), SIGNED) || told.version !== '0.1.0' || !key || !signature) faults.add('signature.form', OWN[1]);
  const good = key !== null && signature !== null && told.hash === is && (await means.signed(key, new TextEncoder().encode(is), signature));
  if (!good) faults.add('signature.differs', OWN[1]);
  else if (manifest && isStrict(manifest) && !isLow(signature)) faults.add('signature.form', OWN[1]);
  if (!manifest?.created) faults.add('manifest.no-time', OWN[0]);
  else if (told.created !== manifest.created) faults.add('signature.dated', OWN[1], { told: text('created'), covered: manifest.created });
  if (manifest && told.software !== manifest.software) faults.add('signature.software', OWN[1]);
  if (!good) return nobody;
  const fingerprint = sha256Of(means, key);
  const known = keys.length > 0 ? keys.includes(fingerprint) : null;
  if (known === false) faults.add('signature.stranger', '', { fingerprint });
  return { fingerprint, known };
}

const sameNames = (a: string[], b: string[]): boolean => a.length === b.length && a.every((name) => b.includes(name));
/** Null where it is no base64, or not the only way to write these bytes. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const letters = atob(text);
    return text !== '' && btoa(letters) === text ? Uint8Array.from(letters, (letter) => letter.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}
