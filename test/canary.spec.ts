import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCanary, type Canary } from './kit/canary/listeners.js';
import { spellings } from './kit/canary/spellings.js';
import { askThroughProxy } from './kit/canary/through-proxy.js';

/** `npm run prove -- canary` asks for 5,000. */
const SHARE = 600;
const SEED = Number(process.env.CANARY_SEED ?? 1);

describe('the recording proxy', () => {
  let canary: Canary;
  let dir: string;
  beforeAll(async () => {
    canary = await openCanary();
    dir = mkdtempSync(join(tmpdir(), 'lachan-canary-'));
  });
  afterAll(() => {
    canary.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test.each(['http', 'ws'])(
    'connects to the inside by %s under no spelling of its addresses and names, and records each try',
    async (by) => {
      const tried = await askThroughProxy(spellings(SHARE, SEED, canary.addresses), canary.port, dir, by);
      expect(
        tried.filter(({ exchange }) => exchange?.fault?.kind !== 'denied').map(({ kind, host, answer }) => [kind, host, answer]),
      ).toEqual([]);
      expect([tried.length, canary.heard]).toEqual([SHARE, []]);
    },
  );
});
