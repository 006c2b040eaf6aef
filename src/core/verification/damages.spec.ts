import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damage, isNamed } from '../../../test/kit/package-damages.js';
import { partsOf, zipOf } from '../../../test/kit/plain-zip.js';
import { officeKey, samplePackage } from '../../../test/kit/sample-package.js';
import { fingerprintOf } from '../evidence/package-keys.js';
import { nodeMeans } from './node/means.js';
import { pageMeans } from './page/means.js';
import type { Verdict } from './verdict.js';
import { verifySource } from './verify.js';

// the other reader shares no code with the product, and no types
const { verifyIndependently } = (await import(
  join(import.meta.dirname, '..', '..', '..', 'test', 'kit', 'independent-package-verifier.mjs')
)) as { verifyIndependently(zip: Buffer, fingerprints: string[]): { holds: boolean; says?: string } };

const HOW_MANY = 342; // nine of each kind
const SEED = 20_261_127;
let dir: string;
let key: KeyObject;
let [whole, other]: Buffer[] = [];
beforeAll(async () => {
  dir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'lachan-damages-'));
  key = officeKey();
  [whole, other] = await Promise.all(
    ['một', 'hai'].map(async (name) => readFileSync(await samplePackage(join(dir, name), key, `Tin ${name}`))),
  );
});
afterAll(() => rmSync(dir, { recursive: true }));

const keys = (): string[] => [fingerprintOf(createPublicKey(key))];
const verified = (bytes: Buffer, means = nodeMeans): Promise<Verdict> =>
  verifySource(
    'x.wacz',
    { size: bytes.length, read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)) },
    { tokens: [], receipt: null },
    { means, keys: keys() },
  );

test('what the packer writes holds, and so does the same in the form of the damages', async () => {
  for (const bytes of [whole, other, zipOf(partsOf(whole))]) {
    expect(await verified(bytes)).toMatchObject({ holds: true, faults: [], records: 10, unanswered: 1 });
    expect(verifyIndependently(bytes, keys())).toMatchObject({ holds: true });
  }
});
test(`${HOW_MANY} damages by chance are found, each by name, and by a reader of another hand as well`, async () => {
  const missed: [number, ...string[]][] = [];
  for (let number = 0; number < HOW_MANY; number++) {
    const { kind, bytes } = damage(whole, other, number, SEED);
    const verdict = await verified(bytes);
    const codes = verdict.faults.map(({ code }) => code);
    if (verdict.holds || !isNamed(kind, codes) || verifyIndependently(bytes, keys()).holds) missed.push([number, kind, ...codes]);
  }
  expect(missed).toEqual([]);
});
test('a browser’s own means say the same as the program’s', async () => {
  for (const bytes of [whole, ...Array.from({ length: 76 }, (_, number) => damage(whole, other, number, SEED).bytes)])
    expect(await verified(bytes, pageMeans)).toEqual(await verified(bytes));
});
