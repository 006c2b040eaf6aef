import { fitsEd25519, verifyReceipt, type FitsEd25519 } from './receipt/verify-receipt.js';
import type { Certificate } from './stamp/certificate.js';
import { hexOf, toBytes } from './stamp/der.js';
import { digest } from './stamp/signature.js';
import { verifyStamps } from './stamp/verify-stamps.js';

/** What a token or a receipt is about: the bytes of `datapackage-digest.json`, and SHA-256 of the whole package. */
interface About {
  digest: Uint8Array;
  sha256: string;
}
interface Trusted {
  /** root certificates of time-stamp authorities, and fingerprints of keys of heads; null: nobody says whom to trust */
  roots: Certificate[] | null;
  headKeys: readonly string[] | null;
  fits?: FitsEd25519;
  now?: Date;
}

/** Reads what lies beside a package, by the same rules in a program and in a browser. */
export const witnesses = ({ roots, headKeys, fits = fitsEd25519, now }: Trusted) => ({
  async tokens(tokens: readonly Uint8Array[], about: About) {
    const { state, says, stamps } = await verifyStamps(hexOf(await digest('SHA-256', toBytes(about.digest))), [...tokens], roots, now);
    const dated = stamps.flatMap(({ holds, at, within, authority }) =>
      holds && at && authority ? [{ at: at.toISOString(), by: authority, within }] : [],
    );
    return { is: state, says, dated, stamps };
  },
  async receipt(receipt: Uint8Array, about: About) {
    const { state, says, seq, key, signedAt } = await verifyReceipt(receipt, about.sha256, headKeys, fits);
    return { is: state, says, place: seq && key ? { seq, head: key.fingerprint, signedAt } : null };
  },
});
