import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guard } from './guard.js';
import { captureLimits } from './limits.js';

test('nothing passes a guard before its capture begins, nor goes on its record', async () => {
  let asked = 0;
  const server = createServer((_, r) => void r.end(`${++asked}`)).listen(0, '127.0.0.1');
  await new Promise((on) => server.once('listening', on));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = { url: `http://${host}/`, method: 'GET', headers: [] };
  const rawDir = mkdtempSync(join(tmpdir(), 'lachan-guard-'));
  const guard = new Guard(captureLimits);
  try {
    await expect(guard.fetch(page)).rejects.toThrow('has not begun');
    guard.deny(page, 'refused');
    expect([asked, guard.exchanges]).toEqual([0, []]);
    guard.begin({ rawDir, allow: [host] });
    expect(await guard.fetch(page)).toMatchObject({ id: 1, status: 200 });
    expect(asked).toBe(1);
  } finally {
    await guard.close();
    server.close();
    rmSync(rawDir, { recursive: true });
  }
});
