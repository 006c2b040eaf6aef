import { beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { sampleReceipt } from '../../../../test/kit/sample-receipt.js';
import { fitsEd25519 } from '../witnesses.js';
import { verifyReceipt, type Receipt } from './verify-receipt.js';

const PACKAGE = createHash('sha256').update('package').digest('hex');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const receiptOf = (packageSha256 = PACKAGE, type: 'capture.sealed' | 'capture.failed' = 'capture.sealed', key = privateKey): Receipt =>
  sampleReceipt(packageSha256, key, type);
const written = (receipt: object) => `${JSON.stringify(receipt)}\n`;
const verdictOf = (receipt: object, keys: string[] | null = null, of = PACKAGE) => verifyReceipt(written(receipt), of, keys, fitsEd25519);

describe('a receipt of the log', () => {
  let receipt: Receipt;
  let fingerprint: string;
  beforeAll(() => {
    receipt = receiptOf();
    fingerprint = createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex');
  });

  test('proves where the sealing of a package stands, by WebCrypto as well', async () => {
    expect(await verdictOf(receipt, [fingerprint])).toEqual({
      state: 'holds',
      says: 'It is event 3 of the log, which a head signed on 2026-11-24T01:02:13.000Z covers.',
      seq: '3',
      recordedAt: '2026-11-24T01:02:03.004Z',
      signedAt: '2026-11-24T01:02:13.000Z',
      key: { id: receipt.head.key, fingerprint, known: true },
    });
    expect(await verifyReceipt(written(receipt), PACKAGE)).toMatchObject({ state: 'holds', key: { known: null } });
  });
  test.each<[string, (r: Receipt) => object, RegExp]>([
    ['of another package', () => receiptOf('0'.repeat(64)), /another file/],
    ['whose package was changed to ours', (r) => ({ ...receiptOf('0'.repeat(64)), package: r.package }), /another package/],
    ['of another kind of event', () => receiptOf(PACKAGE, 'capture.failed'), /not the sealing/],
    ['of two events', (r) => ({ ...r, public: receiptOf().public }), /two events/],
    ['at another place', (r) => ({ ...r, seq: '4', digests: r.digests.slice(1) }), /does not lead/],
    ['with a digest left out', (r) => ({ ...r, digests: r.digests.slice(1) }), /do not reach/],
    ['with its digests in another order', (r) => ({ ...r, digests: [...r.digests].reverse() }), /does not lead/],
    ['after another head', (r) => ({ ...r, previous: '0'.repeat(64) }), /does not lead/],
    ['whose head is of another time', (r) => ({ ...r, head: { ...r.head, at: '2020-01-01T00:00:00.000Z' } }), /signature of the head/],
    [
      'with another key than the head names',
      (r) => ({ ...r, key: receiptOf(PACKAGE, 'capture.sealed', generateKeyPairSync('ed25519').privateKey).key }),
      /not the one/,
    ],
    ['with a field more', (r) => ({ ...r, note: 'x' }), /no receipt/],
    ['with a field less', ({ key: _, ...r }) => r, /no receipt/],
    ['that is a list', () => [], /no receipt/],
    ['that is nothing', () => null as never, /no receipt/],
  ])('%s does not hold', async (_, change, says) => {
    const verdict = await verdictOf(change(receipt));
    expect([verdict.state, verdict.says]).toEqual(['broken', expect.stringMatching(says)]);
  });
  test('under a key that the office does not publish does not hold, whoever made it well', async () => {
    expect(await verdictOf(receiptOf(PACKAGE, 'capture.sealed', generateKeyPairSync('ed25519').privateKey), [fingerprint])).toMatchObject({
      state: 'broken',
      says: expect.stringMatching(/none of those that are known/),
    });
  });
  test('holds no longer after any of its bytes was changed, or it was cut off', async () => {
    const bytes = Buffer.from(written(receipt));
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 1 << (at % 8);
      const { state } = await verifyReceipt(changed, PACKAGE, null, fitsEd25519);
      expect([at, state]).toEqual([at, 'broken']);
    }
    for (const length of [0, 1, 300, bytes.length - 1])
      expect(await verifyReceipt(bytes.subarray(0, length), PACKAGE, null, fitsEd25519)).toMatchObject({ state: 'broken' });
  });
});
