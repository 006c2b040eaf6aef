import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import yazl from 'yazl';
import { plainEntry } from '../../src/core/evidence/plain-entry.js';
import { lowered } from '../../src/core/verification/low-s.js';
import type { Exchange } from '../../src/crawl/engine/exchange.js';
import { cdxj, WarcWriter } from '../../src/crawl/engine/warc.js';

const SITE = 'https://bản-tin.example/bai/1';
const SOFTWARE = 'Lá Chắn capture 3';
const [startedAt, endedAt] = ['2026-11-26T08:00:00.250Z', '2026-11-26T08:00:02.750Z'];
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
/** Signature and key as signedData holds them, over the text of the manifest's hash. */
export const signedBy = (key: KeyObject, hash: string): { signature: string; publicKey: string } => ({
  signature: Buffer.from(lowered(sign('sha256', Buffer.from(hash), { key, dsaEncoding: 'ieee-p1363' }))).toString('base64'),
  publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
});
export const officeKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** A package as captures leave them, without a browser: a page, a picture, a packed answer, one that never came. `film`: bytes of a large body. */
export async function samplePackage(dir: string, key: KeyObject, text = 'Nước máy nhiễm độc', film?: Uint8Array): Promise<string> {
  mkdirSync(dir, { recursive: true });
  const page = Buffer.from(`<!doctype html><title>Bài đăng</title><article>${text}</article>`.repeat(20));
  const warcFile = join(dir, 'data.warc.gz');
  const warc = await WarcWriter.open(warcFile);
  await warc.info({ software: SOFTWARE, format: 'WARC File Format 1.1' });
  const bodies: [string, number, string[], Uint8Array | null][] = [
    ['/bai/1', 302, ['Location', '/bai/2'], Buffer.alloc(0)],
    ['/bai/2', 200, ['Content-Type', 'text/html; charset=utf-8', 'Transfer-Encoding', 'chunked'], page],
    ['/anh.png', 200, ['Content-Type', 'image/png'], Buffer.from('iVBORw0KGgoAAAANSUhEUg', 'base64')],
    ['/kieu.css', 200, ['content-encoding', 'gzip'], gzipSync('body { color: #123 }'.repeat(50))],
    ...(film ? ([['/phim.webm', 200, ['Content-Type', 'video/webm'], film]] as [string, number, string[], Uint8Array][]) : []),
    ['/khong-den', 0, [], null],
  ];
  for (const [i, [path, status, responseHeaders, body]] of bodies.entries()) {
    const file = join(dir, `body-${i}`);
    if (body) writeFileSync(file, body);
    const asked = { id: i, url: new URL(path, SITE).href, method: 'GET', startedAt, requestHeaders: ['Host', new URL(SITE).host] };
    const answer = { status: body ? status : null, statusText: 'OK', httpVersion: '1.1', responseHeaders, body: body && file };
    await warc.exchange({
      ...asked,
      ...answer,
      requestBody: null,
      ip: '198.51.100.7',
      sha256: body && sha256(body),
      fault: null,
    } as never as Exchange);
  }
  await warc.close();
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true };
  const files: [string, string | Buffer][] = [
    ['archive/data.warc.gz', readFileSync(warcFile)],
    ['indexes/index.cdxj', cdxj(warc.index, 'data.warc.gz')],
    ['pages/pages.jsonl', `${JSON.stringify(head)}\n${JSON.stringify({ id: '1', url: SITE, ts: startedAt, title: text, text })}\n`],
    ['provenance.json', JSON.stringify({ method: 'mẫu', text }, null, 1)],
    ['text.txt', text],
    ['pictures/page.png', Buffer.alloc(3_000, text)],
    ['dom.html', page],
  ];
  const resources = files.map(([path, content]) => ({
    name: path.split('/').at(-1)!,
    path,
    hash: `sha256:${sha256(content)}`,
    bytes: Buffer.byteLength(content),
  }));
  const facts = { profile: 'data-package', wacz_version: '1.1.1', title: text, created: endedAt, software: SOFTWARE, mainPageUrl: SITE };
  const manifest = JSON.stringify({ ...facts, resources }, null, 1);
  const hash = `sha256:${sha256(manifest)}`;
  const signedData = { hash, created: endedAt, software: SOFTWARE, version: '0.1.0', ...signedBy(key, hash) };
  const file = join(dir, 'capture.wacz');
  await write(dir, file, [
    ...files,
    ['datapackage.json', manifest],
    ['datapackage-digest.json', JSON.stringify({ path: 'datapackage.json', hash, signedData }, null, 1)],
  ]);
  return file;
}

/** As the packer does: files with their sizes behind them, the last two with their sizes before. */
async function write(dir: string, file: string, files: [string, string | Buffer][]): Promise<void> {
  const plain = plainEntry(endedAt);
  const zip = new yazl.ZipFile();
  for (const [i, [path, content]] of files.entries())
    if (i < files.length - 2) {
      writeFileSync(join(dir, `file-${i}`), content);
      zip.addFile(join(dir, `file-${i}`), path, plain);
    } else zip.addBuffer(Buffer.from(content), path, plain);
  zip.end();
  await pipeline(zip.outputStream as NodeJS.ReadableStream, createWriteStream(file));
}
