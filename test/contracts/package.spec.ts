import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { replay } from '../kit/replay.js';
import { openRichPage, type RichPage } from '../kit/rich-page.js';

const code = (file: string) => import(join(process.env.TEST_SERVER_CODE!, `src/crawl/engine/${file}.js`));
const { captureUrl } = (await code('index')) as { captureUrl(options: CaptureOptions): Promise<CaptureResult> };
const { verifyPackage } = (await code('verify')) as { verifyPackage(file: string): Promise<{ faults: string[] }> };
const { openZip } = (await code('zip')) as {
  openZip(file: string): Promise<{ names: string[]; read(name: string): Promise<Buffer>; close(): void }>;
};
const { verifyIndependently } = (await import(join(import.meta.dirname, '..', 'kit', 'independent-package-verifier.mjs'))) as {
  verifyIndependently(zip: Buffer): { holds: boolean };
};
interface Provenance {
  [fact: string]: unknown;
  times: Record<string, string | number>;
  exchanges: { url: string; method: string; sent: boolean; decoded: { bytes: number; whole: boolean } | null }[];
  pictures: { file: string; y: number; height: number }[];
}

describe('the package of a page with all that a package must keep', () => {
  let page: RichPage;
  let dir: string;
  let r: CaptureResult;
  const files = new Map<string, Buffer>();
  let told: Provenance;
  const textOf = (name: string) => files.get(name)!.toString();

  beforeAll(async () => {
    page = await openRichPage();
    dir = mkdtempSync(join(tmpdir(), 'lachan-package-'));
    r = await captureUrl({
      url: page.url,
      outDir: dir,
      dataDir: join(dir, 'data'),
      allow: page.allow,
      context: { reason: 'report', how: 'by hand', orderedBy: 'an inspector', submitted: 'HTTP://World.localhost/go' },
    });
    const zip = await openZip(join(dir, 'capture.wacz'));
    for (const name of zip.names) files.set(name, await zip.read(name));
    zip.close();
    told = JSON.parse(textOf('provenance.json')) as Provenance;
  });
  afterAll(() => {
    page.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('holds every form of the page, and verifies', async () => {
    expect([r.outcome, r.missing]).toEqual(['complete', []]);
    expect([...files.keys()].sort()).toEqual(
      ['archive/data.warc.gz', 'datapackage-digest.json', 'datapackage.json', 'dom-frame-1.html', 'dom-frame-2.html', 'dom.html', 'indexes/index.cdxj', 'page.mhtml', 'page.pdf', 'pages/pages.jsonl', 'pictures/page-2.png', 'pictures/page.png', 'pictures/post.png', 'pictures/view-clear.png', 'pictures/view.png', 'provenance.json', 'text.txt'], // prettier-ignore
    );
    expect((await verifyPackage(join(dir, 'capture.wacz'))).faults).toEqual([]);
    expect(verifyIndependently(readFileSync(join(dir, 'capture.wacz')))).toMatchObject({ holds: true });
    expect(textOf('page.mhtml')).toMatch(/^From: <Saved by Blink>/);
    expect(files.get('page.pdf')!.subarray(0, 5).toString()).toBe('%PDF-');
  });
  test('has the text of shadow roots and of frames, of other sites too', () => {
    for (const words of ['Chữ trong bóng kín', 'Chữ trong khung nhà', 'Chữ trong khung của nơi khác', '(đáp: muối)'])
      expect(textOf('text.txt')).toContain(words);
    expect(textOf('dom.html')).toContain('<template shadowrootmode="closed"><p>Chữ trong bóng kín</p></template>');
    expect(textOf('dom.html')).toContain('Nguyễn Thử</a> <span class="handle">');
    const frames = textOf('dom-frame-1.html') + textOf('dom-frame-2.html');
    expect(frames).toContain('Chữ trong khung nhà');
    expect(frames).toContain('Chữ trong khung của nơi khác');
  });
  test('pictures the page before and after the consent box, the post alone, and the whole in tiles that overlap', async () => {
    const below = async (name: string) =>
      (
        await sharp(files.get(`pictures/${name}`))
          .extract({ left: 1200, top: 880, width: 1, height: 1 })
          .removeAlpha()
          .raw()
          .toBuffer()
      ).toString('hex');
    expect([await below('view.png'), await below('view-clear.png')]).toEqual(['ffff00', 'ffffff']);
    expect(await sharp(files.get('pictures/post.png')).metadata()).toMatchObject({ width: 600 });
    const [first, second] = told.pictures.filter((p) => p.file.startsWith('page'));
    expect([first.y, first.height, second.y]).toEqual([0, 8_000, 7_900]);
    expect(told.acts).toContainEqual({ at: expect.any(String), act: 'clicked', says: 'từ chối tất cả' });
  });
  test('tells who asked, by what way, when, as whom and with what, for the other side’s expert', () => {
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/);
    expect(told).toMatchObject({
      format: 'lachan-provenance/1',
      order: { context: { reason: 'report', how: 'by hand', orderedBy: 'an inspector' } },
      address: { submitted: 'HTTP://World.localhost/go', normalised: page.url, final: page.url.replace('/go', '/p/du-thu'), platform: 'song-lo' },
      redirects: [
        { url: page.url, status: 302, location: '/p/du-thu', ip: '127.0.0.1', at },
        { status: 200, location: null, ip: '127.0.0.1', at },
      ],
      times: { startedAt: at, firstByteAt: at, settledAt: at, viewAt: at, endedAt: at, timeZone: 'Asia/Ho_Chi_Minh' },
      clock: { source: expect.any(String), servers: [], askedAt: at },
      post: { author: 'Nguyễn Thử', authorUrl: page.url.replace('/go', '/u/thu'), handle: '@thu', timeShown: '20 tháng 11', time: '2026-11-20T08:00:00Z', edited: '2026-11-21T09:00:00Z', language: 'vi', counts: [{ what: 'LikeAction', count: 1200 }] },
      page: {
        console: expect.arrayContaining([{ at, level: 'error', says: 'Kịch bản than phiền' }]),
        navigations: expect.arrayContaining([{ at, url: page.url.replace('/go', '/p/du-thu'), top: true }]),
        frames: { frames: [{ url: 'about:srcdoc' }, { url: expect.stringContaining('khac.localhost') }] },
      },
      acts: expect.arrayContaining([...['window-refused', 'download-refused', 'scrolled'].map((act) => expect.objectContaining({ act }))]),
      visitor: { viewport: { width: 1280, height: 900 }, locale: 'vi-VN', signedIn: false, cookiesAtStart: 0 },
      browser: { version: expect.stringMatching(/Chrom/), jsVersion: expect.any(String), flags: expect.any(Array) },
      software: { name: 'Lá Chắn', version: expect.any(String) },
      machine: { host: expect.stringMatching(/^[\da-f]{32}$/), kernel: expect.any(String), publicAddress: null },
      limits: { seconds: expect.any(Number) },
      resolver: expect.any(Array),
    }); // prettier-ignore
    expect((told.visitor as { cookiesAtEnd: object[] }).cookiesAtEnd).toEqual([{ name: 'dem', domain: 'world.localhost' }]);
    expect(Math.abs(Number(told.times.wallMilliseconds) - Number(told.times.monotonicMilliseconds))).toBeLessThan(1_000);
    expect(textOf('provenance.json')).not.toMatch(/dem=|"value"/); // a cookie's value opens accounts
  });
  test('has what was sent along, and each body as it came and as it reads', () => {
    const asked = told.exchanges.find((e) => e.url.endsWith('/asked'))!;
    expect(asked).toMatchObject({ method: 'POST', sent: true });
    expect(textOf('indexes/index.cdxj')).toContain('__wb_method=post');
    expect(told.exchanges.find((e) => e.url.endsWith('/p/du-thu'))!.decoded).toMatchObject({ whole: true });
    const manifest = JSON.parse(textOf('datapackage.json')) as { resources: { path: string; hash: string }[] };
    for (const { path, hash } of manifest.resources)
      expect([path, hash]).toEqual([path, `sha256:${createHash('sha256').update(files.get(path)!).digest('hex')}`]);
  });
  test('replays in the engine of ReplayWeb.page, its frames and its own answers too', async () => {
    await replay(join(dir, 'capture.wacz'), page.url.replace('/go', '/p/du-thu'), r.startedAt, [
      'Uống nước muối chữa khỏi bệnh',
      '(đáp: muối)',
      'Chữ trong khung của nơi khác',
    ]);
  }, 180_000);
  test('a button that floats nowhere, or in a box about something else, is left alone', () => {
    expect((told.acts as { act: string }[]).filter(({ act }) => act === 'clicked')).toHaveLength(1);
    expect(textOf('dom.html')).not.toContain('đã bấm</button>');
  });
});
