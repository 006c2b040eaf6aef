import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { ahead } from '../kit/ahead.js';
import { openSite, type Site } from '../kit/site.js';
import { until } from '../kit/until.js';

// the capture process is a program: it runs transpiled, as the product does
const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};
const { verifyPackage } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/verify.js'))) as {
  verifyPackage(file: string): Promise<{ holds: boolean; says: string; faults: string[] }>;
};
const { openZip } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/zip.js'))) as {
  openZip(file: string): Promise<{ read(name: string): Promise<Buffer>; close(): void }>;
};

const childrenOf = (pid: number) =>
  readdirSync('/proc').filter((p) => {
    try {
      return /^\d+$/.test(p) && readFileSync(`/proc/${p}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1] === String(pid);
    } catch {
      return false;
    }
  });

/** All that a process started, and what that started, by their ids: a browser renames its children and drops their environment. */
const startedBy = (pid: number): string[] => childrenOf(pid).flatMap((child) => [child, ...startedBy(Number(child))]);
const isBrowser = (pid: string) => existsSync(`/proc/${pid}`) && /chrom/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'));

const OUTCOMES = [
  ['/p/removed', 'gone', 'gone'],
  ['/p/404', 'gone', 'gone'],
  ['/p/login', 'blocked', 'login-wall'],
  ['/p/region', 'blocked', 'blocked-here'],
  ['/p/quoting', 'complete', 'present'],
  ['/p/error', 'failed', 'fetch-failed'],
  ['/p/moved', 'complete', 'present'],
  ['/p/gzip', 'complete', 'present'],
];
const ADDRESSES: [string, string[]][] = [
  ['/p/plain', []],
  ['/p/moved', ['/p/plain']],
  ['/s/short', ['/p/plain']],
  ['/p/canonical', ['/p/plain']],
  ['/p/canonical-home', []],
  ['/p/canonical-else', []],
  ['/p/renamed-by-script', []],
  ['/p/removed', []],
];
const LED_AWAY = [
  ['/p/sent-home', 'unclear'],
  ['/p/sent-to-login', 'login-wall'],
];
const RESTLESS = [
  ['/p/spin', 'Chữ trước vòng lặp'],
  ['/p/nagging', 'Chữ trước hộp thoại'],
  ['/p/eraser', 'Chữ bị xoá sau khi tải'],
  ['/p/quick-eraser', 'Chữ bị xoá ngay khi có'], // no asking from outside comes in time
];
const ENDLESS = ['/p/endless', '/p/storm', '/p/loop']; // these take all the time that a capture may
const AHEAD = [...new Set([...ENDLESS, ...[...OUTCOMES, ...ADDRESSES, ...LED_AWAY, ...RESTLESS].map(([path]) => path as string)])];

describe('a capture', () => {
  let site: Site;
  let dir: string;
  let n = 0;
  let answers: ((path: string) => Promise<CaptureResult>) | undefined;
  const seen = (path: string) => (answers ??= ahead(AHEAD, (p) => capture(p)))(path);
  const capture = (path: string, more: Partial<CaptureOptions> = {}) =>
    captureUrl({ url: site.url(path), outDir: join(dir, `out-${++n}`), dataDir: join(dir, 'data'), allow: [site.host], ...more });
  const packageOf = (r: CaptureResult) => r.files.find((f) => f.name === 'package')!.path;
  beforeAll(async () => {
    site = await openSite();
    dir = mkdtempSync(join(tmpdir(), 'lachan-capture-'));
  });
  afterAll(() => {
    site.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('of a plain post keeps text, author, time, pictures and every exchange in a package that holds', async () => {
    const r = await capture('/p/plain');
    expect(r).toMatchObject({
      outcome: 'complete',
      observation: 'present',
      platform: 'song-lo',
      author: 'Nguyễn Thử',
      handle: '@thu',
      postedAt: '2026-11-20T08:00:00.000Z',
      text: 'Uống nước muối chữa khỏi bệnh. Chia sẻ ngay!',
      missing: [],
    });
    expect(r.files.map((f) => f.name).sort()).toEqual(['package', 'page', 'picture-1', 'post', 'text', 'view']);
    expect(r.files.find((f) => f.name === 'picture-1')).toMatchObject({ mediaType: 'image/png', bytes: 70 });
    expect(await verifyPackage(packageOf(r))).toMatchObject({ holds: true, faults: [] });
    expect(site.asked.filter((u) => u === '/p/plain')).toHaveLength(1);
  });
  test.each(OUTCOMES)('of %s ends %s: %s', async (path, outcome, observation) => {
    const r = await seen(path);
    expect([r.outcome, r.observation]).toEqual([outcome, observation]);
    if (outcome !== 'failed') expect((await verifyPackage(packageOf(r))).faults).toEqual([]);
  });
  test.each(['/p/film', '/p/film-unasked', '/p/film-in-pieces'])(
    'of %s keeps the whole film, however little of it the browser asked for, and fetches one that it left alone once',
    async (path) => {
      const before = site.asked.length;
      const r = await capture(path);
      if (path === '/p/film-unasked') expect(site.asked.slice(before).filter((u) => u === '/film.webm')).toHaveLength(1);
      const sha256 = createHash('sha256').update(site.film).digest('hex');
      expect([r.outcome, r.missing]).toEqual(['complete', []]);
      const film = r.files.find((f) => f.name === 'video-1')!;
      expect(film).toMatchObject({ sha256, bytes: site.film.length, mediaType: 'video/webm' });
      expect(readFileSync(film.path).equals(site.film)).toBe(true);
      expect((await verifyPackage(packageOf(r))).faults).toEqual([]);
      const zip = await openZip(packageOf(r));
      const index = (await zip.read('indexes/index.cdxj')).toString();
      const { media } = JSON.parse((await zip.read('provenance.json')).toString()) as { media: { name: string; sha256: string }[] };
      zip.close();
      expect(index).toContain(`"digest":"sha256:${sha256}"`);
      expect(media).toEqual([expect.objectContaining({ name: 'video-1', sha256 }), expect.objectContaining({ name: 'picture-1' })]);
    },
  );
  test('of a page nested deeper than a browser hands over as a tree keeps the document all the same', async () => {
    const r = await capture('/p/deep');
    expect([r.outcome, r.missing]).toEqual(['complete', []]);
    const zip = await openZip(packageOf(r));
    expect((await zip.read('dom.html')).toString()).toContain('<b>đáy</b>');
    zip.close();
  });
  test('fetches a film that the browser left alone once, and no more', async () => {
    const before = site.asked.length;
    await capture('/p/film-unasked');
    expect(site.asked.slice(before).filter((u) => u === '/film.webm')).toHaveLength(1);
  });
  test('of a post whose film its server has not got is whole without it', async () => {
    const r = await capture('/p/film-missing');
    expect([r.outcome, r.missing, r.files.some((f) => f.name === 'video-1')]).toEqual(['complete', [], false]);
  });
  test.each(ADDRESSES)('of %s learns the other addresses of its post: %j', async (path, addresses) => {
    expect((await seen(path)).addresses).toEqual(addresses.map((a) => site.url(a)));
  });
  test.each(LED_AWAY)('of %s does not take the page it was led to for the post: %s', async (path, observation) => {
    const r = await seen(path);
    expect([r.observation, r.addresses]).toEqual([observation, []]);
  });
  test('shows what a page shows to a phone to whoever asks as a phone, and says as whom it was visited', async () => {
    const [desktop, phone] = [await capture('/p/by-device'), await capture('/p/by-device', { visitor: 'phone' })];
    expect([desktop.text, phone.text]).toEqual(['Bản cho máy tính, ?0', 'Bản cho điện thoại, ?1']);
    expect([desktop.route.visitor, phone.route.visitor]).toEqual(['desktop', 'phone']);
    const zip = await openZip(packageOf(phone));
    const { visitor } = JSON.parse((await zip.read('provenance.json')).toString()) as { visitor: object };
    const [text, view] = [(await zip.read('text.txt')).toString(), await zip.read('pictures/view.png')];
    zip.close();
    expect(text).toMatch(/true 2 412 (true )? ?vi-VN,vi,en vi-VN false$/m);
    expect(visitor).toMatchObject({ locale: 'vi-VN', acceptLanguage: 'vi-VN,vi;q=0.9,en;q=0.8' });
    expect([view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([824, 1830]);
    expect(visitor).toMatchObject({ is: 'phone', pixelRatio: 2, touch: true, mobile: true, viewport: { width: 412, height: 915 } });
  });
  test('says what the site asks of machines, once the page was read; where that is obeyed, a forbidden page is not asked for', async () => {
    const before = site.asked.length;
    const recorded = await capture('/p/by-device');
    expect(site.asked.slice(before).at(-1)).toBe('/robots.txt');
    const zip = await openZip(packageOf(recorded));
    const { robots } = JSON.parse((await zip.read('provenance.json')).toString()) as { robots: { url: string } };
    zip.close();
    const file = createHash('sha256').update('User-agent: *\nDisallow: /p/by-device\n').digest('hex');
    expect([recorded.outcome, recorded.missing]).toEqual(['complete', []]);
    expect(robots).toMatchObject({ policy: 'record', verdict: 'disallowed', rule: 'Disallow: /p/by-device', status: 200, sha256: file });
    const then = site.asked.length;
    const refused = await capture('/p/by-device', { robots: 'obey' });
    expect([refused.outcome, refused.ground]).toEqual([
      'failed',
      { rule: 'refused-by-robots', words: 'Disallow: /p/by-device', status: 200 },
    ]);
    expect(site.asked.slice(then)).toEqual(['/robots.txt']);
    expect((await capture('/p/plain', { robots: 'obey' })).outcome).toBe('complete');
  });
  test('by a route leaves through its proxy alone, which is told checked addresses only, and whose login stays here', async () => {
    const told: string[] = [];
    const proxy = createServer().on('connect', (request: IncomingMessage, near: Socket) => {
      told.push(`${request.url} ${request.headers['proxy-authorization']}`);
      const far = connect(Number(request.url!.split(':').at(-1)), '127.0.0.1', () => {
        near.write('HTTP/1.1 200 OK\r\n\r\n');
        near.pipe(far).pipe(near);
      });
      for (const socket of [near, far]) socket.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy()));
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    const at = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const before = site.asked.length;
    const r = await capture('/p/inside', { route: { name: 'second', proxy: `http://an:mat-khau@${at}` } });
    proxy.close();
    const login = `Basic ${Buffer.from('an:mat-khau').toString('base64')}`;
    expect([r.observation, r.route.via, site.inside.asked]).toEqual(['present', 'second', []]);
    expect([...new Set(told)]).toEqual([`127.0.0.1:${site.host.split(':')[1]} ${login}`]);
    expect(told).toHaveLength(site.asked.length - before);
    const zip = await openZip(packageOf(r));
    const facts = (await zip.read('provenance.json')).toString();
    zip.close();
    expect(JSON.parse(facts)).toMatchObject({ route: { name: 'second', proxy: `http://${at}` }, machine: { publicAddress: null } });
    expect(facts).not.toContain('mat-khau');
  });
  test('lets nothing through to the inside, by no way, and puts each denied try on record', async () => {
    const r = await capture('/p/inside');
    expect(site.inside.asked).toEqual([]);
    expect(r.observation).toBe('present');
    const direct = await captureUrl({ url: `${site.inside.url}/direct`, outDir: join(dir, 'direct'), dataDir: join(dir, 'data') });
    expect(direct).toMatchObject({ outcome: 'failed', ground: { words: expect.stringContaining('leads to the inside') } });
    expect(site.inside.asked).toEqual([]);
  });
  test('is not lied to by scripts of the page, and reads text that comes late', async () => {
    expect((await capture('/p/liar')).text).toBe('Chữ thật của bài');
    expect((await capture('/p/late')).text).toContain('Chữ đến muộn');
  });
  test('of an endless body, a storm of dialogs and a redirect loop ends in time and says what is missing', async () => {
    const [endless, storm, loop] = await Promise.all(ENDLESS.map(seen));
    expect([endless.outcome, endless.observation]).toEqual(['partial', 'present']);
    expect(storm.observation).toBe('present');
    expect(loop.outcome).toBe('failed');
  }, 120_000);
  test.each(RESTLESS)('of %s keeps the post, whatever its scripts do, and is partial', async (path, text) => {
    const r = await seen(path);
    expect({ ...r.ground, missing: r.missing, is: [r.outcome, r.observation, r.text] }).toMatchObject({ is: ['partial', 'present', text] });
    expect((await verifyPackage(packageOf(r))).faults).toEqual([]);
  });
  test('that was changed afterwards no longer holds, and the changed part is named', async () => {
    const whole = packageOf(await capture('/p/plain'));
    const bytes = readFileSync(whole);
    const at = bytes.indexOf(Buffer.from('archive/data.warc.gz')) + 60;
    const tampered = join(dir, 'tampered.wacz');
    copyFileSync(whole, tampered);
    bytes[at] ^= 1;
    writeFileSync(tampered, bytes);
    expect(await verifyPackage(tampered)).toMatchObject({
      holds: false,
      faults: expect.arrayContaining([expect.stringContaining('archive/data.warc.gz')]),
    });
    writeFileSync(tampered, 'no zip at all');
    expect((await verifyPackage(tampered)).holds).toBe(false);
  });
  test('finds a browser open that stood ready, which ends with its worker and leaves nothing', async () => {
    const script = `import('${join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js')}').then(async (e) => { setInterval(() => {}, 1e6); for (const n of [1, 2]) { const outDir = '${join(dir, 'ready')}' + n; console.log((await e.captureUrl({ url: '${site.url('/p/plain')}', outDir, dataDir: '${join(dir, 'data')}', allow: ['${site.host}'], ready: 1 })).outcome); await new Promise((on) => process.once('SIGUSR2', on)); } await e.dropReady(); console.log('dropped') })`;
    const worker = spawn(process.execPath, ['--no-warnings', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const homes = () => readdirSync(tmpdir()).filter((f) => f.startsWith(`lachan-browser-${worker.pid}-`));
    const opened = () => startedBy(worker.pid!).filter(isBrowser).length > 2;
    let told = '';
    worker.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    await until(async () => told === 'complete\n' && opened() && homes().length === 1, 60_000);
    const [waiting] = childrenOf(worker.pid!);
    worker.kill('SIGUSR2');
    await until(async () => told === 'complete\ncomplete\n' && opened(), 60_000);
    expect(childrenOf(worker.pid!)).not.toContain(waiting); // it served this one
    worker.kill('SIGUSR2');
    await until(async () => told.endsWith('dropped\n') && !opened() && homes().length === 0);
    worker.kill('SIGKILL');
  }, 120_000);
  test('that stands ready ends with its worker', async () => {
    const script = `import('${join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js')}').then((e) => { const told = { url: '${site.url('/p/plain')}', outDir: '${join(dir, 'waits')}', dataDir: '${join(dir, 'data')}', allow: ['${site.host}'], ready: 1 }; return e.captureUrl(told); }).then(() => { console.log('ready'); setInterval(() => {}, 1e6) })`;
    const worker = spawn(process.execPath, ['--no-warnings', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let [told, started] = ['', [] as string[]];
    worker.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    await until(async () => told !== '' && (started = startedBy(worker.pid!)).filter(isBrowser).length > 2, 60_000);
    worker.kill('SIGKILL');
    await until(async () => !started.some((pid) => existsSync(`/proc/${pid}`)));
  }, 90_000);
  test('leaves no browser and no folder behind, even when its worker is killed', async () => {
    const script = `import('${join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js')}').then(e => e.captureUrl({ url: '${site.url('/p/endless')}', outDir: '${join(dir, 'killed')}', dataDir: '${join(dir, 'data')}', allow: ['${site.host}'] }))`;
    const worker = spawn(process.execPath, ['--no-warnings', '-e', script], { stdio: 'ignore' });
    let started: string[] = [];
    await until(async () => (started = startedBy(worker.pid!)).filter(isBrowser).length > 2);
    worker.kill('SIGKILL');
    await until(async () => !started.some((pid) => existsSync(`/proc/${pid}`)));
    await capture('/p/plain');
    expect(
      readdirSync(tmpdir()).filter((f) => f.startsWith(`lachan-browser-${worker.pid}-`) || f.startsWith(`lachan-browser-${process.pid}-`)),
    ).toEqual([]);
  });
});
