import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { findChromium } from '../src/core/browser/chromium.js';
import { fingerprintOf } from '../src/core/evidence/package-keys.js';
import { stampRequest } from '../src/core/evidence/stamp/request.js';
import { partsOf } from './kit/plain-zip.js';
import { officeKey, samplePackage } from './kit/sample-package.js';
import { sampleReceipt } from './kit/sample-receipt.js';
import { TestAuthority } from './kit/tsa.js';

const root = join(import.meta.dirname, '..');
const { bundleVerifier } = (await import(join(root, 'scripts', 'bundle-verifier.mjs'))) as {
  bundleVerifier(root: string, file: string): Promise<void>;
};

describe('the page that verifies without a network', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-page-'));
  const key = officeKey();
  let [browser, page, canary, file]: [Browser, Page, Server, string] = [] as never;
  let reached = 0;
  const asked: string[] = [];
  beforeAll(async () => {
    const chromium = await findChromium(join(dir, 'browser'));
    await bundleVerifier(root, join(dir, 'verify.html'));
    file = await samplePackage(dir, key);
    canary = createServer(() => undefined).on('connection', () => reached++);
    await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
    browser = await launch({
      executablePath: chromium.path,
      args: ['--no-sandbox'],
      env: { ...process.env, ...chromium.env },
      headless: chromium.headless,
    });
    page = await browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(dir, 'verify.html')).href);
  });
  afterAll(async () => {
    await browser?.close();
    canary?.close();
    rmSync(dir, { recursive: true });
  });
  const told = async (): Promise<string> => {
    await page.waitForFunction(`/\\d|✗/.test(document.getElementById('sum').textContent)`);
    return page.$eval('body', (body) => body.innerText);
  };
  const choose = async (...files: string[]): Promise<string> => {
    await page.evaluate(`document.getElementById('sum').textContent = ''`);
    await ((await page.$('#files')) as ElementHandle<HTMLInputElement>).uploadFile(...files);
    return told();
  };

  test('says of a dropped package in both languages that it holds, and by which key', async () => {
    await page.type('#key', fingerprintOf(createPublicKey(key)));
    await page.evaluate((base64) => {
      const moved = new DataTransfer();
      moved.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'gói.wacz'));
      document.getElementById('drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer: moved, bubbles: true, cancelable: true }));
    }, readFileSync(file).toString('base64'));
    const text = await told();
    expect(text).toMatch(/Gói còn nguyên vẹn: \d+ tệp, ký bằng khóa đã nêu/);
    expect(text).toMatch(/The package holds: \d+ files, signed by a key that was asked for/);
    expect(text).toContain('1 đạt, 0 không đạt');
  });
  test('names what was changed in a damaged one, and takes no stranger’s key', async () => {
    const bytes = readFileSync(file);
    bytes[bytes.indexOf('archive/data.warc.gz') + 60] ^= 1;
    writeFileSync(join(dir, 'hỏng.wacz'), bytes);
    expect(await choose(join(dir, 'hỏng.wacz'))).toMatch(
      /KHÔNG còn nguyên vẹn[^]*archive\/data\.warc\.gz đã bị thay đổi sau khi niêm phong/,
    );
    await page.$eval('#key', (input) => ((input as HTMLInputElement).value = 'a'.repeat(64)));
    expect(await choose(file)).toContain('không phải khóa nào đã nêu');
  });
  test('takes what lies beside a package along with it, and never for a package', async () => {
    writeFileSync(`${file}.tsr`, 'không phải dấu thời gian');
    const text = await choose(file, `${file}.tsr`);
    expect(text).toContain('1 files were checked');
    expect(text).not.toMatch(/Dấu thời gian \/ Time stamp\s+không có/);
  });
  test('reads time stamps and receipts by the roots and keys that are named, and refuses what it cannot read there', async () => {
    const [authority, head] = [await TestAuthority.make(), generateKeyPairSync('ed25519')];
    const digest = partsOf(readFileSync(file)).find(({ name }) => name === 'datapackage-digest.json')!.content;
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    writeFileSync(`${file}.tsr`, await authority.answer(stampRequest(sha256(digest), '01', null)));
    writeFileSync(`${file}.receipt.json`, `${JSON.stringify(sampleReceipt(sha256(readFileSync(file)), head.privateKey))}\n`);
    const named = (id: string, text: string) => page.$eval(`#${id}`, (field, value) => ((field as HTMLInputElement).value = value), text);
    const all = [file, `${file}.tsr`, `${file}.receipt.json`];
    await named('key', '');
    expect(await choose(...all)).toMatch(/NOT read: nobody named the roots[^]*receipt beside it was NOT read/);
    await named('roots', authority.rootPem);
    await named('heads', fingerprintOf(head.publicKey));
    const text = await choose(...all);
    expect(text).toMatch(/Đã có vào lúc .* theo lời của Dấu thời gian thử[^]*Sự kiện số 3 trong nhật ký/);
    expect(text).toMatch(/Dấu thời gian \/ Time stamp\s+đúng \/ holds/);
    await named('roots', (await TestAuthority.make()).rootPem);
    await named('heads', 'a'.repeat(64));
    expect(await choose(...all)).toMatch(/The package itself is intact, but what lies beside it does NOT hold: the time stamp/);
    await named('roots', 'không phải chứng thư');
    await choose(file);
    expect(await page.$eval('#sum', (sum) => sum.textContent)).toMatch(/^✗ không đọc được chứng thư gốc/);
    await named('roots', '');
    await named('heads', '');
    rmSync(`${file}.tsr`);
    rmSync(`${file}.receipt.json`);
  });
  test('asks nothing of any network, and its policy lets nothing ask', async () => {
    const { port } = canary.address() as AddressInfo;
    const tries = `Promise.all([
      fetch('http://127.0.0.1:${port}/').then(() => 'out', () => 'kept'),
      new Promise((done) => { const i = new Image(); i.onerror = () => done('kept'); i.onload = () => done('out'); i.src = 'http://127.0.0.1:${port}/x.png'; }),
      new Promise((done) => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s); done(window.ran ? 'out' : 'kept'); }),
    ])`;
    expect(await page.evaluate(tries)).toEqual(['kept', 'kept', 'kept']);
    expect([reached, asked.filter((url) => !/^(file|blob):/.test(url) && !url.includes(`:${port}/`))]).toEqual([0, []]);
  });
});
