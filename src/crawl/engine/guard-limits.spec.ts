import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guard } from './guard.js';
import { captureLimits } from './limits.js';

test('no more requests pass a guard than its limit; the first that is beyond stands on the record, and all are counted', async () => {
  let heard = 0;
  const server = createServer((_, r) => void r.end(`${++heard}`)).listen(0, '127.0.0.1');
  await new Promise((on) => server.once('listening', on));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rawDir = mkdtempSync(join(tmpdir(), 'lachan-guard-'));
  const guard = new Guard({ ...captureLimits, requests: 3 });
  guard.begin({ rawDir, allow: [host] });
  try {
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => guard.fetch({ url: `http://${host}/${n}`, method: 'GET', headers: [] })));
    const beyond = { kind: 'cut', says: 'more than 3 requests' };
    expect(all.map(({ fault }) => fault)).toEqual([null, null, null, beyond, beyond, beyond]);
    expect([heard, guard.asked, guard.exchanges.map(({ id }) => id)]).toEqual([3, 6, [1, 2, 3, 4]]);
  } finally {
    await guard.close();
    server.close();
    rmSync(rawDir, { recursive: true });
  }
});
