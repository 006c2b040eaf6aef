import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CaptureOptions, CaptureResult, SignedIn } from '../../src/crawl/engine/index.js';
import { readCookies, type Cookie } from '../../src/crawl/profiles/cookie-file.js';
import { cookiesTxt, membersPage } from '../kit/members-page.js';
import { partsOf } from '../kit/plain-zip.js';
import { openSite, type Site } from '../kit/site.js';

// the capture process is a program: it runs transpiled, as the product does
const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};
const { verifyPackage } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/verify.js'))) as {
  verifyPackage(file: string): Promise<{ faults: string[] }>;
};
const TOKEN = 'key-1a2b3c4d5e6f7890-of-the-office';
const TURNED = 'turned-9f8e7d6c5b4a3210';

let site: Site;
let dir: string;
let n = 0;
const members = membersPage(TOKEN, TURNED);
const capture = (profile: SignedIn | null) =>
  captureUrl({ url: site.url('/p/members'), outDir: join(dir, `out-${++n}`), dataDir: join(dir, 'data'), allow: [site.host], profile });
const profile = (): SignedIn => {
  const read = readCookies(cookiesTxt('world.localhost', TOKEN), ['world.localhost'], new Date()) as { cookies: Cookie[] };
  return { name: 'van-phong', version: 3, cookies: read.cookies, hosts: ['world.localhost'] };
};
const filesOf = (r: CaptureResult): Map<string, Buffer> =>
  new Map(partsOf(readFileSync(r.files.find((f) => f.name === 'package')!.path)).map(({ name, content }) => [name, content]));
beforeAll(async () => {
  site = await openSite(members.pages);
  dir = mkdtempSync(join(tmpdir(), 'lachan-signed-in-'));
});
afterAll(() => {
  site.close();
  rmSync(dir, { recursive: true, force: true });
});

test('a page for members shows a visitor without a session its login wall, which is never the post', async () => {
  const r = await capture(null);
  expect([r.outcome, r.observation, r.text]).toEqual(['blocked', 'login-wall', '']);
});
test('a page for members shows its post to a visitor with the session, whose package names the session and opens it to nobody', async () => {
  const r = await capture(profile());
  expect([r.outcome, r.observation, r.text, r.missing]).toEqual(['complete', 'present', members.text, []]);
  expect(members.state.asked.at(-1)).toBe(`sid=${TOKEN}`);
  const files = filesOf(r);
  const archive = gunzipSync(files.get('archive/data.warc.gz')!);
  const told = JSON.parse(files.get('provenance.json')!.toString()) as {
    method: string;
    visitor: object;
    withheld: object;
    browser: { flags: string[] };
    exchanges: { url: string; sha256: string; asItCame?: { sha256: string; coding: string; places: number } }[];
  };
  const named = { name: 'van-phong', version: 3 };
  expect(told).toMatchObject({ method: expect.stringContaining('asItCame'), visitor: { signedIn: named, cookiesAtStart: 1 } });
  expect(told.visitor).toMatchObject({ cookiesAtEnd: expect.arrayContaining([{ name: 'turn', domain: 'world.localhost' }]) });
  expect(told.browser.flags).toContain('--incognito');
  const document = told.exchanges.find((e) => e.url.endsWith('/p/members'))!;
  expect(document.asItCame).toMatchObject({ sha256: expect.stringMatching(/^[\da-f]{64}$/), coding: 'gzip', places: 1 });
  expect(told.withheld).toEqual({
    requests: expect.any(Number),
    answers: 1,
    bodies: [1],
    bodiesLeftOut: [],
    leftOut: ['page.mhtml', 'page.pdf'],
  });
  expect(archive.toString()).toMatch(/^cookie: sid=\[withheld\]\r$/im);
  expect(archive.toString()).toMatch(/^set-cookie: turn=\[withheld\]; Path=\/; HttpOnly\r$/im);
  expect(archive.toString()).toContain(`const session = "${'*'.repeat(TOKEN.length)}"`);
  expect(archive.toString()).toContain(document.sha256);
  for (const [name, bytes] of [
    ...files,
    ['the archive, unpacked', archive] as const,
    ...r.files.map((f) => [f.name, readFileSync(f.path)] as const),
  ])
    expect([name, ...[TOKEN, TURNED].filter((key) => bytes.includes(key))]).toEqual([name]);
  expect((await verifyPackage(r.files.find((f) => f.name === 'package')!.path)).faults).toEqual([]);
  expect(readdirSync(join(dir, `out-${n}`))).not.toContain('raw');
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`lachan-browser-${process.pid}-`))).toEqual([]);
});
