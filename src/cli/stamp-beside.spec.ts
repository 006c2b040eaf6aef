import { expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../core/config.js';
import { stampBeside } from './stamp-beside.js';

test('what lay beside a former package is not left beside the new one, though no authority is asked', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-beside-'));
  for (const ending of ['', '.tsr', '.2.tsr', '.receipt.json']) writeFileSync(join(dir, `capture.wacz${ending}`), 'cũ');
  writeFileSync(join(dir, 'other.wacz.tsr'), 'của gói khác');
  expect(await stampBeside(join(dir, 'capture.wacz'), { ...readSettings(), timestampAuthorities: [] })).toBeNull();
  expect(readdirSync(dir).sort()).toEqual(['capture.wacz', 'other.wacz.tsr']);
  rmSync(dir, { recursive: true });
});
