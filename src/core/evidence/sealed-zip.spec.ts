import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createPublicKey } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { partsOf, zipOf } from '../../../test/kit/plain-zip.js';
import { officeKey, samplePackage, signedBy } from '../../../test/kit/sample-package.js';
import { verifyFile } from '../verification/node/verify-file.js';
import { fingerprintOf } from './package-keys.js';
import { bufferPart, sealedZip, type SealedPart } from './sealed-zip.js';

const [created, software] = ['2026-11-27T03:04:05.678Z', 'Lá Chắn dossier 1'];

describe('a dossier: packages and papers under one list that is signed', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-sealed-'));
  const key = officeKey();
  const keys = [fingerprintOf(createPublicKey(key))];
  let packages: Buffer[];
  beforeAll(async () => {
    packages = await Promise.all(['một', 'hai'].map(async (name) => readFileSync(await samplePackage(join(dir, name), key, name))));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const signed = (hash: string) => ({
    hash,
    created,
    software,
    version: '0.1.0',
    ...signedBy(key, hash),
  });
  const written = async (parts: SealedPart[], name = 'dossier.zip'): Promise<string> => {
    const file = join(dir, name);
    const about = { profile: 'lachan-dossier', title: 'Vụ việc thử', created, software };
    await pipeline(sealedZip({ ...about, parts, sign: signed }), createWriteStream(file));
    return file;
  };
  const exhibits = () => packages.map((bytes, i) => bufferPart(`exhibits/${i + 1}.wacz`, bytes));

  test('holds with each of its packages, which are verified one by one', async () => {
    const file = await written([bufferPart('index.html', '<!doctype html>'), ...exhibits()]);
    const verdict = await verifyFile(file, keys);
    expect(verdict).toMatchObject({ kind: 'dossier', holds: true, faults: [], signer: { known: true }, created });
    expect(verdict.checks).toMatchObject({ form: 'holds', hashes: 'holds', signature: 'holds', exhibits: 'holds', archive: 'absent' });
    expect(verdict.exhibits.map(({ file: name, holds, records }) => [name, holds, records])).toEqual([
      ['exhibits/1.wacz', true, 10],
      ['exhibits/2.wacz', true, 10],
    ]);
  });
  test('takes packages by their names in any case, and says so where it holds none', async () => {
    const [first] = exhibits();
    const { checks, exhibits: found } = await verifyFile(await written([{ ...first, path: 'exhibits/1.WACZ' }]), keys);
    expect([checks.exhibits, found.map(({ holds }) => holds)]).toEqual(['holds', [true]]);
    const empty = await verifyFile(await written([bufferPart('index.html', '<!doctype html>')]), keys);
    expect([empty.holds, empty.checks.exhibits]).toEqual([true, 'absent']);
  });
  test('holds no other dossier', async () => {
    const inner = readFileSync(await written(exhibits(), 'inner.zip'));
    const outer = await verifyFile(await written([bufferPart('inner.wacz', inner)]), keys);
    expect(outer.faults.map(({ code, where }) => [code, where])).toEqual([['exhibits.broken', 'inner.wacz']]);
    expect([outer.exhibits[0].faults.map(({ code }) => code), outer.exhibits[0].exhibits]).toEqual([['exhibits.nested'], []]);
  });
  test('takes tokens and receipts to the package whose name they bear', async () => {
    const beside = ['exhibits/1.wacz.tsr', 'exhibits/1.wacz.2.tsr', 'exhibits/2.wacz.receipt.json'].map((name) => bufferPart(name, '{}'));
    const file = await written([...exhibits(), ...beside]);
    const seen: [number, string][] = [];
    await verifyFile(file, keys, {
      tokens: (tokens, { sha256 }) => {
        seen.push([tokens.length, sha256]);
        return Promise.resolve({ is: 'holds', dated: [{ at: created, by: 'TSA' }] });
      },
      receipt: (_, { sha256 }) => {
        seen.push([0, sha256]);
        return Promise.resolve({ is: 'broken', says: 'of another file', place: null });
      },
    }).then(({ exhibits: [first, second], holds, faults }) => {
      expect([first.checks.timestamp, first.holds, second.checks.receipt, second.holds]).toEqual(['holds', true, 'broken', false]);
      expect([holds, faults[0]]).toEqual([false, { code: 'exhibits.beside', where: 'exhibits/2.wacz', values: {} }]);
      expect(seen).toEqual([
        [2, first.sha256],
        [0, second.sha256],
      ]);
    });
    const unread = await verifyFile(file, keys);
    expect(unread.exhibits.map(({ checks }) => [checks.timestamp, checks.receipt])).toEqual([
      ['pending', 'absent'],
      ['absent', 'pending'],
    ]);
  });
  test('tells a package that was sealed broken from one that was changed in it', async () => {
    const [first, second] = exhibits();
    const broken = Buffer.from(packages[1]);
    broken[200] ^= 1;
    const sealedBroken = await verifyFile(await written([first, bufferPart('exhibits/2.wacz', broken)]), keys);
    expect(sealedBroken.faults.map(({ code, where }) => [code, where])).toEqual([['exhibits.broken', 'exhibits/2.wacz']]);
    const parts = partsOf(readFileSync(await written([first, second])));
    parts[1].content[200] ^= 1;
    writeFileSync(join(dir, 'changed.zip'), zipOf(parts));
    const changed = await verifyFile(join(dir, 'changed.zip'), keys);
    expect(changed.faults.map(({ code, where }) => [code, where])).toEqual([
      ['hashes.changed', 'exhibits/2.wacz'],
      ['exhibits.broken', 'exhibits/2.wacz'],
    ]);
  });
  test('breaks off where bytes are no longer those that were sealed', async () => {
    const [first] = exhibits();
    const other = { ...first, open: () => Promise.resolve(Readable.from([Buffer.alloc(first.bytes)])) };
    await expect(written([other])).rejects.toThrow('exhibits/1.wacz is no longer what was sealed');
    const gone = { ...first, open: () => Promise.resolve(createReadStream(join(dir, 'nowhere'))) };
    await expect(written([gone])).rejects.toThrow('ENOENT');
  });
  test('tells how long it will be before its first byte, and lets go of what it reads when nobody listens any more', async () => {
    let told = 0;
    const about = { profile: 'lachan-dossier', title: 'Vụ việc thử', created, software, sign: signed };
    const whole = await sealedZip({ ...about, parts: exhibits(), sized: (bytes) => void (told = bytes) }).toArray();
    expect(Buffer.concat(whole as Buffer[]).length).toBe(told);
    const endless = new Readable({ read: () => undefined });
    const [first] = exhibits();
    const left = sealedZip({ ...about, parts: [{ ...first, open: () => Promise.resolve(endless) }] });
    left.on('error', () => undefined).resume();
    await new Promise((soon) => setImmediate(soon));
    left.destroy();
    await new Promise((closed) => endless.once('close', closed));
    expect(endless.destroyed).toBe(true);
  });
  test('listens once, however many small parts it holds', async () => {
    const warned: string[] = [];
    const hear = (warning: Error) => warned.push(warning.name);
    process.on('warning', hear);
    const files = Array.from({ length: 40 }, (_, i) => bufferPart(`record/${i}.json`, '[]'));
    // a file is closed some time after it was read
    const slow = () =>
      Object.assign(Readable.from([Buffer.from('[]')]), { _destroy: (_: unknown, done: () => void) => setTimeout(done, 100) });
    await written(
      files.map((part) => ({ ...part, open: () => Promise.resolve(slow()) })),
      'many.zip',
    );
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', hear);
    expect(warned).toEqual([]);
  });
  test('opens one part at a time', async () => {
    let [open, most] = [0, 0];
    const parts = Array.from({ length: 400 }, (_, i): SealedPart => {
      const part = bufferPart(`exhibits/${i}.bin`, Buffer.alloc(70_000, i));
      return {
        ...part,
        open: async () => {
          most = Math.max(most, ++open);
          return (await part.open()).on('end', () => open--);
        },
      };
    });
    const verdict = await verifyFile(await written(parts), keys);
    expect([verdict.holds, verdict.files, most]).toEqual([true, 402, 1]);
  });
});
