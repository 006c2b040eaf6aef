import type { Certificate } from './certificate.js';
import { insideOf, integerOf, readDer, same, TAG, valueOf } from './der.js';
import { fits } from './signature.js';

const BASIC = '2.5.29.19';
const USAGE = '2.5.29.15';
/** what is understood, and what may be passed over though it is marked as critical: policies, other names, purposes (checked of the signer) */
const UNDERSTOOD = new Set([BASIC, USAGE, '2.5.29.37', '2.5.29.32', '2.5.29.17', '2.5.29.14', '2.5.29.35']);
const LONGEST = 6;
/** certificates that were made to be walked for ever end here */
const MOST_STEPS = 60;

/** The certificates from a signer to a root. `trusted`: whether the last is one of the roots given; null where none was given. */
export interface Chain {
  path: Certificate[];
  trusted: boolean | null;
  fault: string | null;
}

/** Walks from the signer's certificate upwards, each signed by the next and valid at that time; a wrong turn is taken back. */
export async function chainOf(leaf: Certificate, others: Certificate[], roots: Certificate[] | null, at: Date): Promise<Chain> {
  const isRoot = (c: Certificate) => roots?.some((root) => same(root.der, c.der)) ?? false;
  let best: Chain = { path: [leaf], trusted: roots ? false : null, fault: null };
  let steps = 0;
  const walk = async (path: Certificate[]): Promise<boolean> => {
    const last = path.at(-1)!;
    const fault = faultOf(last, path.length - 1, at);
    if (fault) {
      best = { ...best, fault };
      return false;
    }
    if (path.length > best.path.length) best = { ...best, path };
    if (isRoot(last)) best = { path, trusted: true, fault: null };
    if (isRoot(last) || path.length >= LONGEST) return isRoot(last);
    for (const issuer of [...(roots ?? []), ...others]) {
      if (!same(issuer.subject, last.issuer) || path.some((c) => same(c.der, issuer.der)) || ++steps > MOST_STEPS) continue;
      if ((await isSignedBy(last, issuer)) && (await walk([...path, issuer]))) return true;
    }
    return false;
  };
  await walk([leaf]);
  if (best.trusted === false) best.fault ??= 'its certificate leads to none of the roots that are trusted';
  return best;
}

const isSignedBy = (child: Certificate, issuer: Certificate): Promise<boolean> =>
  fits(issuer.key, child.algorithm, child.signature, child.signed).catch(() => false);

/** What forbids a certificate to stand so many steps above the signer's. */
function faultOf({ name, notBefore, notAfter, extensions }: Certificate, above: number, at: Date): string | null {
  if (at < notBefore || at > notAfter) return `the certificate of ${name} was not valid at ${at.toISOString()}`;
  const strange = [...extensions].find(([id, { critical }]) => critical && !UNDERSTOOD.has(id));
  if (strange) return `the certificate of ${name} demands ${strange[0]}, which is not understood`;
  if (above === 0) return null;
  const [authority, length] = extensions.has(BASIC) ? insideOf(readDer(extensions.get(BASIC)!.value)) : [];
  if (authority?.tag !== TAG.boolean || authority.value[0] === 0) return `the certificate of ${name} may not issue others`;
  if (length && parseInt(integerOf(length), 16) < above - 1) return `the certificate of ${name} stands too far above`;
  return usage(extensions, 0x04) ? null : `the key of ${name} may not sign certificates`;
}

/** Whether a certificate's key may be used so; one that says nothing may. */
export function usage(extensions: Certificate['extensions'], bits: number): boolean {
  const told = extensions.get(USAGE);
  return !told || ((valueOf(readDer(told.value), TAG.bits)[1] ?? 0) & bits) !== 0;
}
