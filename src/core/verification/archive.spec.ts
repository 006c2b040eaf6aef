import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARCHIVE_DAMAGES, resealed } from '../../../test/kit/archive-damages.js';
import { officeKey, samplePackage } from '../../../test/kit/sample-package.js';
import { fingerprintOf } from '../evidence/package-keys.js';
import { nodeMeans } from './node/means.js';
import { verificationWords } from './node/words-table.js';
import type { Verdict } from './verdict.js';
import { verifySource } from './verify.js';

// the other reader shares no code with the product, and no types
const { verifyIndependently } = (await import(
  join(import.meta.dirname, '..', '..', '..', 'test', 'kit', 'independent-package-verifier.mjs')
)) as { verifyIndependently(zip: Buffer): { holds: boolean; says?: string } };

const dir = mkdtempSync(join(tmpdir(), 'lachan-archive-'));
let [key, whole]: [KeyObject, Buffer] = [] as never;
beforeAll(async () => {
  key = officeKey();
  whole = readFileSync(await samplePackage(dir, key));
});
afterAll(() => rmSync(dir, { recursive: true }));

const verified = (bytes: Buffer): Promise<Verdict> =>
  verifySource(
    'x.wacz',
    { size: bytes.length, read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)) },
    { tokens: [], receipt: null },
    { means: nodeMeans, keys: [fingerprintOf(createPublicKey(key))] },
  );

test('a package that was sealed anew with nothing changed holds', async () => {
  expect(await verified(resealed(whole, key, () => undefined))).toMatchObject({ holds: true, faults: [], records: 10 });
});
test.each(ARCHIVE_DAMAGES)(
  '%s: the rules of the archive alone find it, as %s, and so does a reader of another hand',
  async (_, code, change) => {
    const bytes = resealed(whole, key, change);
    const { checks, faults } = await verified(bytes);
    expect(faults.map((fault) => fault.code)).toContain(`archive.${code}`);
    expect(checks).toMatchObject({ form: 'holds', hashes: 'holds', manifest: 'holds', signature: 'holds', archive: 'broken' });
    expect(verifyIndependently(bytes).holds).toBe(false);
  },
);
test('every fault of the archive has a damage that it is told of', () => {
  const told = ARCHIVE_DAMAGES.map(([, code]) => `archive.${code}`);
  const known = Object.keys(verificationWords.faults).filter((code) => code.startsWith('archive.'));
  expect([...new Set(told), 'archive.too-large'].sort()).toEqual(known.sort()); // that one would take 256 MiB
});
