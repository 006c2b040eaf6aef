import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Concluded } from '../../src/crawl/engine/conclude.js';
import { pack } from '../../src/crawl/engine/pack.js';
import type { RawCapture } from '../../src/crawl/engine/raw.js';

const SITE = 'https://bản-tin.example/bai/1';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const officeKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** A package that the product packs from what a capture might have left, without a browser: a page, a picture, a packed answer, one that never came. `film`: bytes of a large body. */
export async function samplePackage(dir: string, key: KeyObject, text = 'Nước máy nhiễm độc', film?: Uint8Array): Promise<string> {
  const raw = join(dir, 'raw');
  mkdirSync(raw, { recursive: true });
  const page = Buffer.from(`<!doctype html><title>Bài đăng</title><article>${text}</article>`.repeat(20));
  const bodies: [string, number, string[], Uint8Array | null][] = [
    ['/bai/1', 302, ['Location', '/bai/2'], Buffer.alloc(0)],
    ['/bai/2', 200, ['Content-Type', 'text/html; charset=utf-8', 'Transfer-Encoding', 'chunked'], page],
    ['/anh.png', 200, ['Content-Type', 'image/png'], Buffer.from('iVBORw0KGgoAAAANSUhEUg', 'base64')],
    ['/kieu.css', 200, ['content-encoding', 'gzip'], gzipSync('body { color: #123 }'.repeat(50))],
    ...(film ? ([['/phim.webm', 200, ['Content-Type', 'video/webm'], film]] as [string, number, string[], Uint8Array][]) : []),
    ['/khong-den', 0, [], null],
  ];
  const [startedAt, endedAt] = ['2026-11-26T08:00:00.250Z', '2026-11-26T08:00:02.750Z'];
  const exchanges = bodies.map(([path, status, responseHeaders, body], i) => {
    const file = join(raw, `body-${i + 1}`);
    if (body) writeFileSync(file, body);
    return {
      id: i + 1,
      url: new URL(path, SITE).href,
      method: 'GET',
      startedAt,
      answeredAt: startedAt,
      endedAt,
      requestHeaders: ['Host', new URL(SITE).host, 'User-Agent', 'thử'],
      requestBody: null,
      ip: '198.51.100.7',
      port: 443,
      dns: ['198.51.100.7'],
      tls: null,
      status: body ? status : null,
      statusText: 'OK',
      httpVersion: '1.1',
      responseHeaders,
      body: body && file,
      bytes: body?.length ?? 0,
      sha256: body && sha256(body),
      fault: body ? null : { kind: 'failed', says: 'no answer' },
    };
  });
  writeFileSync(join(raw, 'page.png'), Buffer.alloc(3_000, text));
  writeFileSync(join(raw, 'view.png'), Buffer.alloc(1_000, 7));
  writeFileSync(join(raw, 'dom.html'), page);
  const post = { found: true, text, title: 'Bài đăng', author: 'Nguyễn Thử', handle: '@thu', time: null, media: [] };
  const order = { url: SITE, context: { reason: 'thử' }, allow: [] };
  const facts = {
    order,
    platform: 'any-page',
    finalUrl: SITE,
    startedAt,
    endedAt,
    steps: [],
    post,
    media: [],
    text,
    shown: null,
    exchanges,
  };
  const machine = { browser: { version: '1', userAgent: 'thử', flags: [], sandbox: true }, machine: { kernel: '6', node: '20' } };
  const judged = { outcome: 'complete', observation: 'present', ground: { rule: 'post-read', words: null }, missing: [], media: [] };
  const file = join(dir, 'capture.wacz');
  await pack(raw, { ...facts, ...machine, strays: [] } as unknown as RawCapture, judged as unknown as Concluded, key, file);
  return file;
}
