import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { ahead } from '../kit/ahead.js';
import { openCaller, tryChannels, type Caller } from '../kit/canary/caller.js';
import { TOGETHER } from '../kit/canary/channels.js';
import { openCanary, type Canary } from '../kit/canary/listeners.js';
import { openSituations, run, type Ran } from '../kit/hostile/run.js';
import { SITUATIONS } from '../kit/hostile/table.js';
import type { Site } from '../kit/site.js';

const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};
/** Of the quick situations that no other suite looks at, every so many beginning with the seed; `npm run prove -- hostile` captures all. */
const SEED = Number(process.env.HOSTILE_SEED ?? 0);
const quick = SITUATIONS.filter((s) => s.serve && !s.slow);
const EVERY = Math.ceil(quick.length / 4);
const share = quick.filter((_, n) => n % EVERY === SEED % EVERY);

describe('a capture of a page that resists', () => {
  let site: Site;
  let canary: Canary;
  let caller: Caller;
  let dir: string;
  let ran: (path: string) => Promise<Ran>;
  beforeAll(async () => {
    [site, canary] = await Promise.all([openSituations(SITUATIONS), openCanary()]);
    caller = await openCaller(`http://127.0.0.1:${canary.port}`);
    dir = mkdtempSync(join(tmpdir(), 'lachan-resists-'));
    ran = ahead(
      share.map((s) => s.path),
      (path) =>
        run(
          captureUrl,
          site,
          share.find((s) => s.path === path)!,
          dir,
        ),
    );
  });
  afterAll(() => {
    for (const open of [site, canary, caller]) open.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test.each(share)('with $name ends as it must', async ({ path }) => {
    expect((await ran(path)).wrong).toEqual([]);
  });
  test('sends nothing to the inside by any of forty channels, and records each try that leaves the browser', async () => {
    const tried = await tryChannels(captureUrl, caller, '/p/calls', TOGETHER, dir);
    expect(tried.filter(({ recorded, browserAlone }) => !recorded && !browserAlone).map(({ name }) => name)).toEqual([]);
    expect([tried.length, canary.heard]).toEqual([TOGETHER.length, []]);
  });
});
