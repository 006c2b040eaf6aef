import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Command, CommanderError } from 'commander';
import { createPublicKey } from 'node:crypto';
import { cpSync, createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { officeKey, samplePackage, signedBy } from '../../test/kit/sample-package.js';
import { fingerprintOf } from '../core/evidence/package-keys.js';
import { bufferPart, sealedZip } from '../core/evidence/sealed-zip.js';
import { verifyFile } from '../core/verification/node/verify-file.js';
import verifyCommand from './verify.command.js';
import { WrongUse } from './wrong-use.js';

describe('lachan verify', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-verify-'));
  const folder = join(dir, 'chứng cứ');
  const key = officeKey();
  const fingerprint = fingerprintOf(createPublicKey(key));
  let whole: string;
  beforeAll(async () => {
    whole = await samplePackage(join(dir, 'one'), key);
    mkdirSync(join(folder, 'b'), { recursive: true });
    for (const name of ['b/2.wacz', 'a.wacz', 'c.wacz']) cpSync(whole, join(folder, name));
    writeFileSync(join(folder, 'thư.txt'), 'không phải gói');
  });
  afterEach(() => {
    process.exitCode = undefined;
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  /** The command as it is called, with what it prints and the code that it ends with. */
  async function run(...args: string[]): Promise<{ code: number; out: string }> {
    const program = new Command('lachan').exitOverride().configureOutput({ writeErr: () => undefined });
    verifyCommand(program);
    process.exitCode = undefined;
    const print = process.stdout.write;
    let out = '';
    process.stdout.write = (text: string | Uint8Array) => {
      out += String(text);
      return true;
    };
    try {
      await program.parseAsync(['verify', ...args], { from: 'user' });
      return { code: Number(process.exitCode ?? 0), out };
    } catch (error) {
      if (error instanceof CommanderError || error instanceof WrongUse) return { code: error.exitCode, out };
      throw error;
    } finally {
      process.stdout.write = print;
    }
  }
  const broken = (name: string): void => {
    const bytes = readFileSync(whole);
    bytes[300] ^= 1;
    writeFileSync(join(folder, name), bytes);
  };

  test('takes a folder with all packages below it, in the order of their names, and sums up', async () => {
    const { code, out } = await run(folder, '--json', '--key', fingerprint, '--at-once', '2');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(lines.slice(0, -1).map(({ file, holds }) => [file, holds])).toEqual(
      ['a.wacz', 'b/2.wacz', 'c.wacz'].map((name) => [join(folder, name), true]),
    );
    expect(lines.at(-1)).toEqual({ sum: { files: 3, holding: 3, broken: 0, wanting: 0 } });
    expect(lines[0]).toMatchObject({ kind: 'package', codes: [], checks: { form: 'holds', timestamp: 'absent' }, signer: { known: true } });
  });
  test('ends with 1 where one of them does not hold, names it, and goes on', async () => {
    broken('b/1.wacz');
    const { code, out } = await run(folder);
    const lines = out.trim().split('\n');
    expect([code, lines.length]).toEqual([1, 5]);
    expect(lines[1]).toMatch(/b\/1\.wacz: The package does NOT hold: /);
    expect(lines[4]).toBe('4 files were checked: 3 hold, 1 do not.');
    rmSync(join(folder, 'b/1.wacz'));
  });
  test('ends with 2 where a time stamp or a receipt is required and none holds', async () => {
    for (const option of ['--require-timestamp', '--require-receipt']) {
      const { code, out } = await run(folder, option);
      expect([code, out.trim().split('\n').at(-1)]).toEqual([
        2,
        '3 files were checked: 3 hold, 0 do not. Of those that hold, 3 lack what was asked for.',
      ]);
    }
    const empty = { profile: 'lachan-dossier', title: 'trống', created: '2026-11-27T03:04:05.678Z', software: 'Lá Chắn dossier 1' };
    const sign = (hash: string) => ({ hash, created: empty.created, software: empty.software, version: '0.1.0', ...signedBy(key, hash) });
    const dossier = join(dir, 'trống.zip');
    await pipeline(sealedZip({ ...empty, parts: [bufferPart('index.html', '<!doctype html>')], sign }), createWriteStream(dossier));
    expect([(await run(dossier)).code, (await run(dossier, '--require-receipt')).code]).toEqual([0, 2]);
    writeFileSync(`${whole}.tsr`, 'không phải dấu thời gian');
    expect((await run(whole, '--require-timestamp')).code).not.toBe(0);
    rmSync(`${whole}.tsr`);
  });
  test('ends with 64 where it is not understood', async () => {
    const wrong = [
      [],
      [whole, '--loud'],
      [whole, '--at-once', '0'],
      [whole, '--report', 'report.pdf'],
      [whole, '--key', 'nowhere.pem'],
      [whole, join(dir, 'nowhere.wacz')],
      [whole, '--roots', join(dir, 'nowhere')],
      [whole, '--roots', whole],
      [join(folder, 'b/..'), '--key', fingerprint.slice(1)],
    ];
    for (const args of wrong) expect([args, (await run(...args)).code]).toEqual([args, 64]);
    const empty = join(dir, 'trống');
    mkdirSync(empty);
    expect((await run(empty)).code).toBe(64);
  });
  test('ends with 64 where a setting names roots that are not there', async () => {
    process.env.TIMESTAMP_ROOTS = join(dir, 'nowhere');
    const { code } = await run(whole).finally(() => delete process.env.TIMESTAMP_ROOTS);
    expect(code).toBe(64);
  });
  test('names a file that cannot be read, and goes on', async () => {
    const unreadable = join(dir, 'ổ cắm.wacz');
    const server = createServer();
    await new Promise<void>((ready) => server.listen(unreadable, ready));
    const { code, out } = await run(whole, unreadable, join(folder, 'a.wacz'));
    server.close();
    expect(code).toBe(1);
    expect(out).toMatch(/ổ cắm\.wacz: The package does NOT hold: the file cannot be read as a package: ENXIO/);
    expect(out.trim().split('\n').at(-1)).toBe('3 files were checked: 2 hold, 1 do not.');
    expect(await verifyFile(join(dir, 'nowhere.wacz'))).toMatchObject({ holds: false, faults: [{ code: 'form.unreadable' }] });
  });
  test('writes a report to read, in both languages, with the sum at its head, and one for machines', async () => {
    broken('d.wacz');
    const named = (name: string) => join(dir, name);
    for (const name of ['r.html', 'r.txt', 'r.json']) expect((await run(folder, '--report', named(name))).code).toBe(1);
    const [html, text, json] = ['r.html', 'r.txt', 'r.json'].map((name) => readFileSync(named(name), 'utf8'));
    expect(html).toMatch(/^<!doctype html><html lang="vi">/);
    expect(html).not.toMatch(/<script|src=/);
    expect(html.match(/<section class="holds">/g)).toHaveLength(3);
    expect(html.match(/<section class="broken">/g)).toHaveLength(1);
    expect(html.indexOf('3 đạt, 1 không đạt')).toBeLessThan(html.indexOf('<section'));
    expect(text).toContain('Kết luận: Gói KHÔNG còn nguyên vẹn');
    expect(text).toContain(`Khóa ký (SHA-256) / Signed by the key (SHA-256): ${fingerprint}`);
    const lines = json
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { holds?: boolean; sum?: object });
    expect(lines.map(({ holds }) => holds)).toEqual([true, true, true, false, undefined]);
    rmSync(join(folder, 'd.wacz'));
  });
});
