import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partsOf, zipOf, type Part } from '../../../test/kit/plain-zip.js';
import { officeKey, samplePackage } from '../../../test/kit/sample-package.js';
import { nodeMeans } from './node/means.js';
import { Keep } from './pour.js';
import type { Verdict } from './verdict.js';
import { verifySource } from './verify.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan-checks-'));
let whole: Buffer;
beforeAll(async () => {
  whole = readFileSync(await samplePackage(dir, officeKey()));
});
afterAll(() => rmSync(dir, { recursive: true }));

const verified = (bytes: Buffer): Promise<Verdict> =>
  verifySource(
    'x.wacz',
    { size: bytes.length, read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)) },
    { tokens: [], receipt: null },
    { means: nodeMeans },
  );
const without = (...names: string[]): Buffer => zipOf(partsOf(whole).filter(({ name }) => !names.includes(name)));

test('a check that was never made is not told as one that holds', async () => {
  expect((await verified(whole)).checks).toMatchObject({ form: 'holds', hashes: 'holds', manifest: 'holds', signature: 'holds' });
  const [digest, manifest] = ['datapackage-digest.json', 'datapackage.json'];
  expect((await verified(without(digest))).checks).toMatchObject({ manifest: 'broken', signature: 'absent' });
  expect((await verified(without(manifest))).checks).toMatchObject({
    hashes: 'absent',
    manifest: 'absent',
    signature: 'absent',
    archive: 'absent',
  });
  expect((await verified(without(digest, manifest))).checks).toMatchObject({ form: 'holds', hashes: 'absent', signature: 'absent' });
  expect((await verified(Buffer.from('không phải gói'))).checks).toMatchObject({ form: 'broken', hashes: 'absent', signature: 'absent' });
});
test('sizes and places beyond all counting are a fault of the form, and nothing is thrown', async () => {
  for (const [field, place] of [
    ['packed', 20],
    ['size', 24],
    ['at', 42],
  ] as const) {
    const beyond = Buffer.from([1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0x10]); // 2^60
    const parts: Part[] = partsOf(whole);
    parts[2].extra = { central: beyond };
    const bytes = zipOf(parts);
    bytes.writeUInt32LE(0xffffffff, bytes.indexOf(beyond) - 9 - parts[2].name.length - 46 + place);
    expect([field, (await verified(bytes)).faults[0].code]).toEqual([field, 'form.extra']);
  }
});
test('texts that are kept share one room, and are dropped where it ends', () => {
  const room = { left: 10 };
  const [one, two, three] = [0, 1, 2].map(() => new Keep(room));
  one.push(Buffer.from('123456'));
  two.push(Buffer.from('78'));
  two.push(Buffer.from('901'));
  three.push(Buffer.from('2'));
  expect([one, two, three].map((keep) => keep.bytes() && Buffer.from(keep.bytes()!).toString())).toEqual(['123456', null, null]);
});
