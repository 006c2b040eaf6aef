import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Exchange } from '../../src/crawl/engine/exchange.js';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { openSite, type Pages, type Site } from '../kit/site.js';
import { openSocketSite, type SocketSite } from '../kit/socket-site.js';

const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};
const { openZip } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/zip.js'))) as {
  openZip(file: string): Promise<{ read(name: string): Promise<Buffer>; close(): void }>;
};
const { verifyPackage } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/verify.js'))) as {
  verifyPackage(file: string): Promise<{ holds: boolean; faults: string[] }>;
};

const article = (text: string) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bài</title><article data-post="1"><a class="author">Lý Thu Hạnh</a><div class="text">${text}</div></article>`;
const cut = (html: string) => gzipSync(html + Array.from({ length: 3_000 }, (_, i) => i * 7_919).join(' ')).subarray(0, 4_000);
const framed = (frames: string) => article('Xem phim trong khung').replace('</article>', `${frames}</article>`);
const inFrame = (film: string) =>
  `<!doctype html><meta charset="utf-8"><p>Trình phát nhúng</p><video controls preload="none" ${film} width="300" height="200"></video>`;
const PAGES: Pages = {
  '/phim': (_, r) => r.end(inFrame('src="/film.webm"')),
  '/phim-khong-ten': (_, r) => r.end(inFrame('')),
  '/p/khung-ngoai': (q, r) =>
    r.end(framed(`<iframe src="http://${q.headers.host!.replace('world.', 'other.')}/phim" width="400" height="250"></iframe>`)),
  '/p/khung-cung-nha': (q, r) => r.end(framed(`<iframe src="http://tin.${q.headers.host}/phim"></iframe>`)),
  '/p/khung-khong-ten': (q, r) =>
    r.end(framed(`<iframe src="http://${q.headers.host!.replace('world.', 'other.')}/phim-khong-ten" width="400" height="250"></iframe>`)),
  '/p/khung-ben-le': (q, r) =>
    r.end(`${article('Khung quảng cáo bên lề')}<iframe src="http://${q.headers.host!.replace('world.', 'other.')}/phim"></iframe>`),
  '/p/nhieu-khung': (_, r) => r.end(framed('<iframe hidden srcdoc="<p>x"></iframe>'.repeat(60))),

  '/p/cut-gzip': (_, r) => r.setHeader('content-encoding', 'gzip').end(cut(article('Chữ trong gzip bị cắt'))),
  '/p/cut-gone': (_, r) => r.writeHead(404, { 'content-encoding': 'gzip' }).end(cut('<main class="notice">Không tìm thấy</main>')),
  '/p/cut-beside': (_, r) => r.end(`${article('Chữ nguyên vẹn')}<script src="/cut.js"></script>`),
  '/cut.js': (_, r) => r.setHeader('content-encoding', 'gzip').end(cut('0;//')),
  '/tin/che-ten': (_, r) =>
    r.end(
      `<!doctype html><meta charset="utf-8"><title>Che</title><p>Trang che tên của DOM</p><form id="body" name="body"><input name="nodeName"><input name="parentNode"><input name="attributes"><input name="children"></form><img name="documentElement"><img name="head"><iframe name="getElementById"></iframe><form name="scrollingElement"><input name="scrollHeight"></form><a id="location"></a><a id="title">giả</a><img name="querySelectorAll"><img name="createElement">`,
    ),
  '/tin/khai-json': (_, r) =>
    r.end(
      `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cầu Rạch Đỉa thông xe</title><meta name="author" content="Báo Phố"><script type="application/ld+json">{hỏng</script><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x","articleBody":"Chữ chỉ máy đọc","datePublished":"2026-11-09T07:15:00+07:00","dateModified":"2026-11-09T09:00:00+07:00","author":{"name":"Lý Thu Hạnh","url":"https://bao.example/hanh"}}]}</script><script type="application/ld+json">"${'x'.repeat(10_000_000)}"</script><article><h1>Cầu Rạch Đỉa thông xe hai làn</h1><p>Sáng nay cầu mở hai làn.</p></article>`,
    ),
  '/tin/bang-bong': (_, r) =>
    r.end(
      `${article('Bài dưới bảng trong bóng')}<x-ck style="position:fixed;bottom:0"></x-ck><script>const root = document.querySelector('x-ck').attachShadow({ mode: 'open' }); root.innerHTML = '<p>Trang này dùng cookie</p><button>Từ chối tất cả</button>'; root.lastChild.onclick = () => root.host.remove()</script>`,
    ),
  '/p/busy': (_, r) => r.writeHead(429, { 'retry-after': '3600' }).end('<h1>Too many requests</h1>'),
  '/p/under-repair': (_, r) => r.writeHead(503, { 'retry-after': '1800' }).end('bảo trì'),
};
interface Line {
  from: string;
  text?: string;
  bytes?: string;
}

describe('what is cut, refused or played elsewhere is kept or said', () => {
  let site: Site;
  let sockets: SocketSite;
  let dir: string;
  let n = 0;
  const capture = (url: string) =>
    captureUrl({
      url,
      outDir: join(dir, `out-${++n}`),
      dataDir: join(dir, 'data'),
      allow: [site.host, otherHost(), `tin.${site.host}`, ...sockets.allow],
    });
  /** of no platform that has a table */
  const otherHost = () => site.host.replace('world.', 'other.');
  const elsewhere = (path: string) => capture(`http://${otherHost()}${path}`);
  beforeAll(async () => {
    [site, sockets] = await Promise.all([openSite(PAGES), openSocketSite()]);
    dir = mkdtempSync(join(tmpdir(), 'lachan-kept-'));
  });
  afterAll(() => {
    site.close();
    sockets.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const inPackage = async (r: CaptureResult) => {
    const zip = await openZip(r.files.find((f) => f.name === 'package')!.path);
    const record = JSON.parse((await zip.read('provenance.json')).toString()) as {
      exchanges: Exchange[];
      post: Record<string, unknown>;
      acts: { act: string; says?: string }[];
      steps: { step: string; fault: string | null }[];
    };
    return { record, zip };
  };

  describe('a body that cannot be unpacked whole', () => {
    test('of the page itself makes it partial, and says why', async () => {
      expect(await capture(site.url('/p/cut-gzip'))).toMatchObject({
        outcome: 'partial',
        observation: 'present',
        text: 'Chữ trong gzip bị cắt',
        missing: [`${site.url('/p/cut-gzip')}: it ends before its gzip does`],
      });
    });
    test('of a page that says gone proves no removal', async () => {
      expect(await capture(site.url('/p/cut-gone'))).toMatchObject({
        outcome: 'partial',
        observation: 'unclear',
        ground: { rule: 'gone-not-looked-at' },
      });
    });
    test('of anything else on the page is missing too', async () => {
      const r = await capture(site.url('/p/cut-beside'));
      expect([r.outcome, r.missing]).toEqual(['partial', [`${site.url('/cut.js')}: it ends before its gzip does`]]);
    });
  });

  test('a form that gives its fields in place of its own properties keeps nobody from the document', async () => {
    const r = await elsewhere('/tin/che-ten');
    expect(r.missing).toEqual([]);
    const { record, zip } = await inPackage(r);
    expect(record.steps.filter((s) => s.fault)).toEqual([]);
    expect((await zip.read('dom.html')).toString()).toContain('<input name="parentNode">');
    expect((await zip.read('text.txt')).toString()).toContain('Trang che tên của DOM');
    zip.close();
  });

  test('a consent box in an open shadow root is closed, and the page pictured without it', async () => {
    const { record, zip } = await inPackage(await elsewhere('/tin/bang-bong'));
    expect(record.acts.map(({ act, says }) => [act, says])).toEqual([['clicked', 'từ chối tất cả']]);
    expect((await zip.read('dom.html')).toString()).not.toContain('<x-ck');
    zip.close();
  });

  test('author and times that a page tells machines alone are kept, each with how it was read; its words are those that it shows', async () => {
    const r = await elsewhere('/tin/khai-json');
    expect(r).toMatchObject({ outcome: 'complete', author: 'Lý Thu Hạnh', postedAt: '2026-11-09T00:15:00.000Z' });
    expect(r.text).toBe('Cầu Rạch Đỉa thông xe hai làn\n\nSáng nay cầu mở hai làn.');
    const { record, zip } = await inPackage(r);
    zip.close();
    expect(record.post).toMatchObject({
      authorUrl: 'https://bao.example/hanh',
      edited: '2026-11-09T09:00:00+07:00',
      how: { author: 'JSON-LD NewsArticle.author', time: 'JSON-LD NewsArticle.datePublished', edited: 'JSON-LD NewsArticle.dateModified' },
    });
  });

  test.each([
    ['/p/busy', 'blocked', 3_600],
    ['/p/under-repair', 'failed', 1_800],
  ])('%s, whose server says when it may be asked again, is %s and tells when', async (path, outcome, seconds) => {
    const r = await capture(site.url(path));
    expect(r.outcome).toBe(outcome);
    const waits = (Date.parse(r.ground.retryAt!) - Date.parse(r.startedAt)) / 1_000;
    expect(waits).toBeGreaterThanOrEqual(seconds);
    expect(waits).toBeLessThan(seconds + 60);
  });

  test('a film that is opened itself is asked for once, and kept whole', async () => {
    const before = site.asked.length;
    const r = await elsewhere('/film.webm');
    expect([site.asked.slice(before).filter((path) => path === '/film.webm').length, r.missing]).toEqual([1, []]);
    expect(r.files.find((f) => f.name === 'video-1')!.bytes).toBe(site.film.length);
    expect(r.files.some((f) => f.name === 'frame-1')).toBe(true);
    expect(await verifyPackage(r.files.find((f) => f.name === 'package')!.path)).toMatchObject({ holds: true, faults: [] });
  });

  describe('a film in a frame of the post', () => {
    test.each(['/p/khung-ngoai', '/p/khung-cung-nha'])('%s, of another origin, is kept whole though nobody played it', async (path) => {
      const r = await capture(site.url(path));
      expect([r.outcome, r.missing]).toEqual(['complete', []]);
      const film = r.files.find((f) => f.name === 'video-1')!;
      expect(film.bytes).toBe(site.film.length);
      expect(r.files.some((f) => f.name === 'frame-1')).toBe(true);
    });
    test('whose player names no file is said', async () => {
      const r = await capture(site.url('/p/khung-khong-ten'));
      const frame = site.url('/phim-khong-ten').replace('world.', 'other.');
      expect([r.outcome, r.missing]).toEqual(['partial', [`film in the frame ${frame}: its player names no file, and nothing of it came`]]);
    });
    test('is none of the post where its frame stands beside it', async () => {
      const r = await capture(site.url('/p/khung-ben-le'));
      expect([r.outcome, r.files.filter((f) => f.name.startsWith('video'))]).toEqual(['complete', []]);
    });
    test('is not looked for in more frames than are many, which is said', async () => {
      const r = await capture(site.url('/p/nhieu-khung'));
      expect([r.outcome, r.missing]).toEqual(['partial', ['films in 40 more frames: so many were not looked into']]);
    });
  });

  describe('a WebSocket', () => {
    test.each(['plain', 'secure'] as const)('%s brings its words, and what was said both ways stands in the package', async (kind) => {
      const r = await capture(`${sockets[kind]}/p/tin`);
      expect([r.observation, r.text]).toEqual(['present', 'Đường Lê Văn Lương kẹt cứng.\n\nDòng hai đến sau.\n\nnhị phân']);
      expect(r.missing).toEqual(kind === 'plain' ? [] : [expect.stringContaining('its certificate is not trusted')]);
      const { record, zip } = await inPackage(r);
      const socket = record.exchanges.find((e) => e.url === `${sockets[kind].replace('http', 'ws')}/tin`)!;
      expect(socket).toMatchObject({ status: 101, fault: null, ip: '127.0.0.1', socket: { sent: 1, received: 3 } });
      const lines = (await zip.read(socket.socket!.file)).toString().trim().split('\n');
      zip.close();
      expect(
        lines
          .map((line) => JSON.parse(line) as Line)
          .map(({ from, text, bytes }) => [from, text ?? bytes])
          .sort(),
      ).toEqual([
        ['page', 'xin tin phường 5'],
        ['server', '\u0000\u00ff\u0007'],
        ['server', 'Dòng hai đến sau.'],
        ['server', 'Đường Lê Văn Lương kẹt cứng.'],
      ]);
      expect(sockets.asked.at(-1)!.headers['sec-websocket-extensions']).toBeUndefined();
      expect(await verifyPackage(r.files.find((f) => f.name === 'package')!.path)).toMatchObject({ holds: true, faults: [] });
    });
    test('that floods is cut at its limit, which is said, and the page is kept', async () => {
      const r = await capture(`${sockets.plain}/p/lu`);
      expect([r.outcome, r.author]).toEqual(['partial', 'Kênh Trực Tiếp']);
      expect(r.missing).toEqual([`${sockets.plain.replace('http', 'ws')}/lu: more than 5000000 bytes came by WebSockets`]);
    });
    test('that its server refuses is on record with the answer', async () => {
      const { record, zip } = await inPackage(await capture(`${sockets.plain}/p/cam`));
      zip.close();
      expect(record.exchanges.find((e) => e.url.endsWith('/cam') && e.url.startsWith('ws'))).toMatchObject({ status: 403, fault: null });
    });
  });
});
