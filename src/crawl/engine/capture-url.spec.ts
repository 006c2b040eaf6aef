import { expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { captureUrl } from './index.js';

test('nobody is visited where the key of packages does not open', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-unsigned-'));
  const outDir = join(dir, 'out');
  const key = { file: join(dir, 'nowhere.pem'), password: null };
  await expect(captureUrl({ url: 'http://127.0.0.1:9/', outDir, dataDir: dir, key })).rejects.toThrow('nowhere.pem');
  expect(existsSync(outDir)).toBe(false);
  rmSync(dir, { recursive: true });
});
