import { witnesses } from '../../evidence/beside.js';
import { certificatesIn, type Certificate } from '../../evidence/stamp/certificate.js';
import type { Witnesses } from '../beside.js';
import { Sayings, type VerificationWords } from '../words.js';

export const fingerprintsIn = (text: string): string[] => text.toLowerCase().match(/[0-9a-f]{64}/g) ?? [];

/** Who reads time stamps and receipts: only where somebody says whom to trust. Roots as PEM, keys of heads as fingerprints. */
export async function trusted(roots: string, headKeys: string, words: VerificationWords): Promise<Witnesses> {
  const refuse = (name: string): never => {
    throw new Error((['vi', 'en'] as const).map((language) => new Sayings(words, language).text('report', name)).join(' / '));
  };
  const [authorities, keys] = [rootsIn(roots), fingerprintsIn(headKeys)];
  if (!authorities) return refuse('roots-unread');
  if (headKeys.trim() !== '' && keys.length === 0) return refuse('head-keys-unread');
  if (keys.length > 0 && !(await knowsEd25519())) return refuse('no-ed25519');
  const { tokens, receipt } = witnesses({ roots: authorities, headKeys: keys });
  return { ...(authorities.length > 0 ? { tokens } : {}), ...(keys.length > 0 ? { receipt } : {}) };
}

/** Null where something is written and no certificate can be read in it. */
function rootsIn(pem: string): Certificate[] | null {
  try {
    const found = certificatesIn(pem);
    return found.length > 0 || pem.trim() === '' ? found : null;
  } catch {
    return null;
  }
}
const knowsEd25519 = (): Promise<boolean> =>
  crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']).then(
    () => true,
    () => false,
  );
