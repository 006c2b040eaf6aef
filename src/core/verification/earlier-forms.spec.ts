import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partsOf, zipOf } from '../../../test/kit/plain-zip.js';
import { isLow } from './low-s.js';
import { nodeMeans } from './node/means.js';
import { pageMeans } from './page/means.js';
import type { Verdict } from './verdict.js';
import { verifySource } from './verify.js';

const kit = join(import.meta.dirname, '..', '..', '..', 'test');
// the other reader shares no code with the product, and no types
const { verifyIndependently } = (await import(join(kit, 'kit', 'independent-package-verifier.mjs'))) as {
  verifyIndependently(zip: Buffer): { holds: boolean; says?: string };
};
/** A capture as its software wrote it, on a machine seven hours ahead of UTC. */
const sealed = readFileSync(join(kit, 'fixtures', 'packages', 'capture-2.wacz'));
const verified = (bytes: Buffer, means = nodeMeans): Promise<Verdict> =>
  verifySource(
    'x.wacz',
    { size: bytes.length, read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)) },
    { tokens: [], receipt: null },
    { means, keys: [] },
  );

test('a package sealed in an earlier form holds: times of a zone, and the upper of the two signatures', async () => {
  const digest = partsOf(sealed).find(({ name }) => name === 'datapackage-digest.json')!;
  const { signedData } = JSON.parse(digest.content.toString()) as { signedData: Record<string, string> };
  expect([signedData.software, isLow(Buffer.from(signedData.signature, 'base64'))]).toEqual(['Lá Chắn capture 2', false]);
  for (const means of [nodeMeans, pageMeans]) expect(await verified(sealed, means)).toMatchObject({ holds: true, faults: [] });
  expect(verifyIndependently(sealed)).toMatchObject({ holds: true });
});
test.each<[string, number, number]>([
  ['one of its entries bears the time of another zone', 1, 1 << 11],
  ['all of them bear a time that is that of no zone', 99, 1 << 5],
])('and is broken where %s', async (_, entries, later) => {
  const changed = partsOf(sealed).map((part, n) => (n < entries ? { ...part, dos: part.dos + later } : part));
  const { holds, faults } = await verified(zipOf(changed));
  expect([holds, new Set(faults.map(({ code }) => code))]).toEqual([false, new Set(['form.odd-field'])]);
  expect(verifyIndependently(zipOf(changed)).holds).toBe(false);
});
