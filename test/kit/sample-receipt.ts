import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { headStatement } from '../../src/core/events/head-keeper.js';
import { digestOf, GENESIS, headOf, partsOf } from '../../src/core/events/seal.js';
import type { Receipt } from '../../src/core/evidence/receipt/verify-receipt.js';

const at = { recordedAt: new Date('2026-11-24T01:02:03.004Z'), officeAt: new Date('2026-11-24T01:02:03.004Z') };

/** The receipt of the third of five events, whose last is signed. */
export function sampleReceipt(
  packageSha256: string,
  key: KeyObject,
  type: 'capture.sealed' | 'capture.failed' = 'capture.sealed',
): Receipt {
  const ids = { captureId: 'c', postId: 'p', addressId: 'a', evidenceId: 'e', observation: 'present', packageSha256 };
  const events = [1, 2, 3, 4, 5].map((n) =>
    partsOf({ type: n === 3 ? type : 'address.observed', v: 2, public: {}, office: n === 3 ? ids : {} } as never, at),
  );
  const digests = events.map((e) => digestOf(e.publicPart, e.officePart));
  const heads: Buffer[] = [GENESIS];
  for (const [i, digest] of digests.entries()) heads.push(headOf(BigInt(i + 1), heads[i], digest));
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const head = { seq: '5', head: heads[5].toString('hex'), at: '2026-11-24T01:02:13.000Z' };
  return {
    format: 'lachan-receipt/1',
    package: packageSha256,
    seq: '3',
    public: events[2].publicPart.toString(),
    office: events[2].officePart.toString(),
    previous: heads[2].toString('hex'),
    digests: digests.slice(3).map((d) => d.toString('hex')),
    head: {
      ...head,
      key: createHash('sha256').update(spki).digest('hex').slice(0, 16),
      signature: sign(null, headStatement(head), key).toString('base64'),
    },
    key: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
  };
}
