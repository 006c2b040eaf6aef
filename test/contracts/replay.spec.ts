import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import sharp from 'sharp';
import { findChromium } from '../../src/core/browser/chromium.js';
import { CONFIG, type Config } from '../../src/core/config.js';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { keepCapture } from '../kit/keep-capture.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { openReplayedSite, type ReplayedSite } from '../kit/replayed-site.js';

const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};
interface Answered {
  status: number;
  text: string;
  headers: Record<string, string | string[] | undefined>;
}

describe('the replay of a package', () => {
  let office: Office;
  let inspector: Caller;
  let site: ReplayedSite;
  let dir: string;
  let post: { postId: string; addressId: string };
  let captureId: string;
  let origin: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'lachan-replay-'));
    [office, site] = await Promise.all([openOffice(), openReplayedSite()]);
    origin = `http://evidence.localhost:${new URL(office.base).port}`;
    inspector = await office.as('inspector');
    await office.guest().call('POST', '/api/reports', { url: 'https://mxh.example.vn/p/12345' });
    [post] = await office.database.owner(`SELECT post_id AS "postId", id AS "addressId" FROM intake.addresses`);
    const result = await captureUrl({ url: site.url, outDir: join(dir, 'out'), dataDir: join(dir, 'data'), allow: site.allow });
    captureId = await keepCapture(office, post, result);
    site.heard.length = 0;
  });
  afterAll(async () => {
    await office.close();
    site.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const open = (by = inspector, reason = 'xem trang trước khi lập biên bản') =>
    by.call('POST', `/api/captures/${captureId}/replays`, { reason });
  const ticket = async (): Promise<string> => new URL(((await open()).body as unknown as { url: string }).url).pathname;
  /** As a browser asks there: the name of the host tells which origin it is. */
  const get = (path: string, host = new URL(origin).host, headers: Record<string, string> = {}): Promise<Answered> =>
    new Promise((done, fail) => {
      ask(office.base + path, { headers: { host, ...headers } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => done({ status: response.statusCode!, text, headers: response.headers }));
      })
        .on('error', fail)
        .end();
    });

  test('is opened for a reason, by whom may read evidence and is not barred, and stands in the custody', async () => {
    const { status, body } = await open();
    expect([status, (body as unknown as { url: string }).url]).toEqual([
      200,
      expect.stringMatching(/^http:\/\/evidence\.localhost:\d+\/replay\/[\w-]{43}$/),
    ]);
    const [kept] = await office.database.owner<{ reason: string; id: string; minutes: number }>(
      `SELECT id, reason, extract(epoch FROM ends_at - opened_at)::int / 60 AS minutes FROM crawl.replays`,
    );
    expect(kept).toMatchObject({ reason: 'xem trang trước khi lập biên bản', minutes: 10 });
    const [{ office: told }] = await office.database.owner<{ office: { data: object } }>(
      `SELECT office FROM core.events WHERE type = 'evidence.read' AND office #>> '{data,captureId}' = '${captureId}'`,
    );
    expect(told.data).toEqual({ captureId, part: 'replay', replayId: kept.id });
    expect(JSON.stringify(told)).not.toContain('biên bản');
    expect((await inspector.call('GET', `/api/captures/${captureId}/custody`)).body).toMatchObject({ items: [{ part: 'replay' }] });
    expect((await open(inspector, 'x')).status).toBe(400);
    expect((await open(office.guest())).status).toBe(401);
    expect((await open(await office.as('administrator'))).status).toBe(403);
    const barred = await office.as('inspector');
    await office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [barred.staffId, post.postId]);
    expect((await open(barred)).status).toBe(404);
  });
  test('says that its visitor was signed in, and of nobody else', async () => {
    const path = await ticket();
    const shown = async () => (await get(`${path}?lang=vi`)).text;
    expect(await shown()).not.toContain('đã đăng nhập');
    const sql = office.database.owner.bind(office.database);
    await sql(
      `INSERT INTO crawl.profiles (name, visitor, platform, hosts, cookies, given_by) VALUES ('van-phong', 'desktop', 'mang', '{mang.example}', 'x', $1)`,
      [inspector.staffId],
    );
    await sql(`UPDATE crawl.captures SET visitor = 'van-phong' WHERE id = $1`, [captureId]);
    expect(await shown()).toContain('Người xem đã đăng nhập (phiên van-phong)');
    await sql(`UPDATE crawl.captures SET visitor = 'desktop' WHERE id = $1`, [captureId]);
  });

  test('stands on an origin of its own, where nothing of the office answers', async () => {
    const path = await ticket();
    expect((await get(path)).status).toBe(200);
    for (const other of ['/', '/api/me', '/office/', '/REPLAY', '/api/captures', '/receipt'])
      expect([other, (await get(other)).status]).toEqual([other, 404]);
    for (const host of ['localhost', '127.0.0.1', 'world.localhost'])
      for (const own of [path, `${path}/page`, `${path.replace('replay', 'RePlay')}/page`])
        expect([host, own, (await get(own, host)).status]).toEqual([host, own, 404]);
  });
  test('says nothing to who guesses, and closes with its time, with the right, and by a bar', async () => {
    for (const path of ['/replay/x', `/replay/${'a'.repeat(43)}/page`, `${await ticket()}/frames/99`, `${await ticket()}/kept/9999`, `${await ticket()}/kept/-1`])
      expect([path, (await get(path)).status]).toEqual([path, 404]); // prettier-ignore
    const path = await ticket();
    expect((await get(`${path}/page`)).status).toBe(200);
    await office.database.owner(`UPDATE crawl.replays SET ends_at = now()`);
    const ended = await get(`${path}?lang=en`);
    expect([ended.status, ended.text]).toEqual([404, expect.stringContaining('This replay is no longer open')]);
    expect((await get(`${path}/page`)).status).toBe(404);
    const someone = await office.as('inspector');
    const theirs = new URL(((await open(someone)).body as unknown as { url: string }).url).pathname;
    await office.database.owner(`UPDATE core.staff_roles SET ended_at = now() WHERE staff_id = $1`, [someone.staffId]);
    expect((await get(`${theirs}/page`)).status).toBe(404);
    const other = await office.as('inspector');
    const barred = new URL(((await open(other)).body as unknown as { url: string }).url).pathname;
    await office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [other.staffId, post.postId]);
    expect((await get(`${barred}/page`)).status).toBe(404);
  });
  test('leaves no copy of a package on the disk', () => {
    expect(readdirSync(join(office.app.get<Config>(CONFIG).dataDir, 'replays'))).toEqual([]);
  });

  describe('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      const { path: executablePath, env, headless } = await findChromium('', '');
      browser = await launch({
        executablePath,
        env: { ...process.env, ...env },
        headless,
        args: ['--no-sandbox', '--disable-background-networking'],
      });
    }, 60_000);
    afterAll(() => browser.close());

    test('shows the page as it was drawn, with its files and frames, and reaches nothing and keeps nothing', async () => {
      const page = await browser.newPage();
      const [answered, foreign]: [string[], string[]] = [[], []];
      page.on('response', (r) => answered.push(`${r.status()} ${new URL(r.url()).pathname.replace(/^\/replay\/[\w-]+/, '')}`));
      page.on('requestfinished', (r) => r.url().startsWith(origin) || r.url().startsWith('data:') || foreign.push(r.url()));
      const path = await ticket();
      await page.goto(`${origin}${path}?lang=vi`, { waitUntil: 'networkidle0' });
      const [red, green, blue] = await sharp(await page.screenshot()).extract({ left: 700, top: 560, width: 1, height: 1 }).removeAlpha().raw().toBuffer(); // prettier-ignore
      expect([red, green, blue]).toEqual([0, 255, 0]); // the picture that a style sheet behind a redirect names
      expect(answered.filter((a) => !a.startsWith('200'))).toEqual([]);
      expect(answered.map((a) => a.replace(/\d+$/, 'N'))).toEqual(
        expect.arrayContaining(['200 ', '200 /page', '200 /frames/N', '200 /kept/N']),
      );
      expect(foreign).toEqual([]);
      const html = (await get(`${path}/page`)).text;
      for (const words of ['Uống nước muối chữa khỏi bệnh', 'Chữ mà kịch bản vẽ ra', 'Chữ trong bóng kín']) expect(html).toContain(words);
      expect((await get(`${path}/frames/1`)).text).toContain('Chữ trong khung của nơi khác');
      const cdp = await browser.target().createCDPSession();
      expect((await cdp.send('Storage.getCookies')).cookies).toEqual([]);
      expect(site.heard).toEqual([]);
    });
    test('holds by its policy alone: a page with scripts and all ways out, answered as it is, is not heard', async () => {
      const { headers } = await get(`${await ticket()}/page`);
      expect(headers['set-cookie']).toBeUndefined();
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/^sandbox; default-src 'none'; /);
      expect(policy).not.toMatch(/allow-|\*|https?:(?!\/\/evidence\.localhost:\d+\/replay\/[\w-]{43}\/)/);
      const [page, left] = [await browser.newPage(), site.heard.length];
      await page.setRequestInterception(true);
      page.on('request', (r) => {
        const raw = `<script>document.title = 'chạy'</script><img src="${site.url}/a.png"><style>@import "${site.url}/a.css"</style><iframe src="${site.url}/f"></iframe><video src="${site.url}/v" autoplay></video><object data="${site.url}/o"></object>`;
        void (r.url() === `${origin}/x`
          ? r.respond({ headers: { 'content-security-policy': policy }, contentType: 'text/html', body: raw })
          : r.continue());
      });
      await page.goto(`${origin}/x`, { waitUntil: 'networkidle0' });
      expect(await page.title()).toBe('');
      expect(site.heard.slice(left)).toEqual([]);
    });
  });
});
