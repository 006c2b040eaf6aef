import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealedFiles } from './each-file.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan-each-file-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('of a folder everything sealed is found, behind links too, and no folder twice', async () => {
  for (const name of ['kho', 'kho/trong', 'ngoài']) mkdirSync(join(dir, name));
  for (const name of ['kho/b.wacz', 'kho/trong/a.zip', 'kho/đọc tôi.txt', 'ngoài/c.wacz', 'ngoài/d.wacz'])
    writeFileSync(join(dir, name), '');
  symlinkSync('..', join(dir, 'kho/trong/vòng'));
  symlinkSync('../ngoài', join(dir, 'kho/nối'));
  symlinkSync('../ngoài/c.wacz', join(dir, 'kho/c.wacz'));
  symlinkSync('nowhere.wacz', join(dir, 'kho/mất.wacz'));
  const found: string[] = [];
  for await (const file of sealedFiles([join(dir, 'kho'), join(dir, 'kho/đọc tôi.txt')])) found.push(file.slice(dir.length + 1));
  expect(found).toEqual([
    'kho/b.wacz',
    'kho/c.wacz',
    'kho/mất.wacz',
    'kho/nối/c.wacz',
    'kho/nối/d.wacz',
    'kho/trong/a.zip',
    'kho/đọc tôi.txt',
  ]);
});
