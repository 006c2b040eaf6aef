import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../../src/core/browser/chromium.js';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { ordinaryVisitor } from '../../src/crawl/engine/visitor-table.js';
import { ahead } from '../kit/ahead.js';
import { GONE, judgedIn, STILL_THERE } from '../kit/gone-pages.js';
import { openHostileSite, RAW, type HostileSite } from '../kit/hostile-site.js';
import { openSite, type Site } from '../kit/site.js';

const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};

const { openZip } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/zip.js'))) as {
  openZip(file: string): Promise<{ read(name: string): Promise<Buffer>; close(): void }>;
};

/** Of the pages that say they are gone one for each rule and every fifth; all of them are judged in one browser that stays, and `npm run prove -- captures` captures all. */
const ALL = process.env.CAPTURES === 'all';
const captured = STILL_THERE.filter(([, rule], n) => ALL || n % 5 === 0 || STILL_THERE.findIndex(([, r]) => r === rule) === n);
const capturedGone = GONE.slice(0, ALL ? GONE.length : 2);

describe('a capture of what lies', () => {
  let site: Site;
  let hostile: HostileSite;
  let dir: string;
  let n = 0;
  let seen: (path: string) => Promise<CaptureResult>;
  const capture = (url: string, more: Partial<CaptureOptions> = {}) =>
    captureUrl({ url, outDir: join(dir, `out-${++n}`), dataDir: join(dir, 'data'), allow: [site.host, ...hostile.allow], ...more });
  beforeAll(async () => {
    [site, hostile] = await Promise.all([openSite(), openHostileSite()]);
    dir = mkdtempSync(join(tmpdir(), 'lachan-hostile-'));
    seen = ahead([...captured.map(([path]) => path), ...capturedGone], (path) => capture(site.url(path)));
  });
  afterAll(() => {
    site.close();
    hostile.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('asks the host that the link names, though its path looks like another host', async () => {
    const r = await capture(`https://${hostile.real.host}//${hostile.evil.host}/p/12345`);
    expect([r.author, r.text, r.finalUrl]).toEqual([
      'Báo Thật',
      'Chữ của Báo Thật',
      `https://${hostile.real.host}//${hostile.evil.host}/p/12345`,
    ]);
    expect(hostile.real.asked).toContain(`//${hostile.evil.host}/p/12345`);
    expect(hostile.evil.asked).toEqual([]);
  });
  test.each(['', 'bundled'])(
    'sends nothing past the guard while a page tries STUN and TURN by UDP, in the browser “%s”',
    async (path) => {
      const r = await capture(site.url(`/p/calls-${hostile.heard.port}`), { browser: { path, sandbox: 'auto' } });
      expect(r).toMatchObject({ observation: 'present', text: 'Gọi ra ngoài bằng WebRTC' });
      expect(site.asked).toContain('/called');
      expect(hostile.heard.packets).toBe(0);
      const zip = await openZip(r.files.find((f) => f.name === 'package')!.path);
      const { exchanges } = JSON.parse((await zip.read('provenance.json')).toString()) as { exchanges: { url: string; fault: unknown }[] };
      zip.close();
      const tunnels = exchanges.filter((e) => e.url === `https://127.0.0.1:${hostile.heard.port}/`);
      expect(tunnels.length).toBeGreaterThanOrEqual(1); // the relay by TCP
      expect(exchanges.find((e) => e.url === `ws://127.0.0.1:${hostile.heard.port}/socket`)?.fault).toEqual({
        kind: 'denied',
        says: '127.0.0.1 leads to the inside (127.0.0.1)',
      });
      for (const { fault } of tunnels) expect(fault).toEqual({ kind: 'denied', says: 'no TLS came through its tunnel' });
    },
    120_000,
  );
  describe('as one browser paints it', () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      const { path: executablePath, env, headless } = await findChromium(join(dir, 'data', 'browser'));
      const args = ['--no-sandbox', '--hide-scrollbars'];
      browser = await launch({
        executablePath,
        env: { ...process.env, ...env },
        headless,
        args,
        defaultViewport: ordinaryVisitor.viewport,
      });
      page = await browser.newPage();
    }, 60_000);
    afterAll(() => browser.close());
    test.each(STILL_THERE)('%s is not taken for gone, for what it shows: %s', async (path, rule) => {
      const { outcome, observation, ground } = await judgedIn(page, site.url(path));
      expect([outcome, observation, ground.rule]).toEqual(['partial', 'unclear', rule]);
    });
    test.each(['/p/gone-reversed', '/p/gone-marked'])(
      '%s has the words that the post had before, in another order or with other marks',
      async (path) => {
        const known = 'KHẨN: nước máy Bình Lộ nhiễm độc, ba người chết!';
        expect((await judgedIn(page, site.url(path), known)).ground.rule).toBe('gone-but-words-of-the-post');
      },
    );
    test.each(GONE)('%s, which shows no more than such pages do, is gone', async (path) => {
      expect(await judgedIn(page, site.url(path))).toMatchObject({ outcome: 'gone', observation: 'gone' });
    });
  });
  test.each(captured)('of %s does not say gone, for what it shows: %s', async (path, rule) => {
    const r = await seen(path);
    expect([r.outcome, r.observation, r.ground.rule]).toEqual(['partial', 'unclear', rule]);
  });
  test('does not say gone of a page with the words that the post had before', async () => {
    const known = 'KHẨN: nước máy Bình Lộ nhiễm độc, ba người chết!';
    expect((await capture(site.url('/p/gone-same'), { known: { known } })).ground.rule).toBe('gone-but-words-of-the-post');
  });
  test('does not say gone of an unknown site in fonts of its own, whose letters may look like others', async () => {
    const [url, host] = [site.url('/p/gone-font'), site.host].map((name) => name.replace('world.', 'other.'));
    expect((await capture(url, { allow: [host] })).ground.rule).toBe('gone-but-own-fonts');
  });
  test.each(capturedGone)('of %s, which shows no more than such pages do, says gone', async (path) => {
    expect(await seen(path)).toMatchObject({ outcome: 'gone', observation: 'gone' });
  });
  test('of a page whose certificate nobody vouches for is partial and says so, and proves no removal', async () => {
    const why = `${hostile.real.host}: its certificate is not trusted (SELF_SIGNED_CERT_IN_CHAIN)`;
    expect(await capture(`https://${hostile.real.host}/p/1`)).toMatchObject({
      outcome: 'partial',
      observation: 'present',
      ground: { rule: 'post-found', words: why },
      missing: [why],
    });
    expect(await capture(`https://${hostile.real.host}/p/gone`)).toMatchObject({
      observation: 'unclear',
      ground: { rule: 'certificate-not-trusted', words: why },
    });
  });
  test.each(['/p/line-feeds', '/p/odd-header', '/p/upgraded'])(
    'of %s, which is no answer by the rules, fails and keeps the bytes that came',
    async (path) => {
      const r = await capture(`http://${hostile.raw.host}${path}`);
      expect(r).toMatchObject({ outcome: 'failed', observation: 'fetch-failed', ground: { rule: 'answer-unreadable' } });
      expect(r.files).toMatchObject([{ name: 'answer', mediaType: 'application/octet-stream' }]);
      expect(readFileSync(r.files[0].path).equals(Buffer.from(RAW[path]))).toBe(true);
    },
  );
  test('of pictures names each by its bytes, whatever their server calls them', async () => {
    const r = await capture(site.url('/p/strange-media'));
    const pictures = r.files.filter((f) => f.name.startsWith('picture-')).map((f) => [f.path.split('/').at(-1), f.mediaType]);
    expect(pictures).toEqual([
      ['picture-1.png', 'image/png'],
      ['picture-2.bin', 'application/octet-stream'],
      ['picture-3.png', 'image/png'],
      ['picture-4.bin', 'application/octet-stream'],
    ]);
  });
});
