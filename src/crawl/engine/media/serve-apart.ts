import { open } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';

/** A file of ours that a page may read. */
export interface LocalFile {
  path: string;
  bytes: number;
  mediaType: string;
  /** of a transport stream, which browsers play only from a list */
  seconds: number | null;
}
const HERE = 'https://film.invalid';
const PIECE = 1_048_576;

/** Answers every request of a page ourselves: our own page, and one film a piece at a time. Nothing of it reaches a network. */
export async function serveApart(page: Page, html: string): Promise<{ show(file: LocalFile): string }> {
  const cdp = await page.createCDPSession();
  let [current, number] = [null as LocalFile | null, 0];
  const answer = async (requestId: string, url: string, range: string): Promise<void> => {
    const send = (code: number, headers: Record<string, string>, body: Buffer) =>
      cdp.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: code,
        responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
        body: body.toString('base64'),
      });
    if (url === `${HERE}/`) return void (await send(200, { 'content-type': 'text/html; charset=utf-8' }, Buffer.from(html)));
    if (current && url === `${HERE}/${number}.m3u8`)
      return void (await send(200, { 'content-type': 'application/vnd.apple.mpegurl' }, Buffer.from(listOf(current, number))));
    if (current && url === `${HERE}/${number}`) {
      const first = Math.min(Number(/^bytes=(\d{1,15})-/.exec(range)?.[1] ?? 0), current.bytes);
      const last = Math.min(current.bytes, first + PIECE, lastAsked(range) + 1) - 1;
      const part = await piece(current.path, first, last);
      const headers = { 'content-type': current.mediaType, 'accept-ranges': 'bytes', 'content-length': String(part.length) };
      return void (await send(206, { ...headers, 'content-range': `bytes ${first}-${last}/${current.bytes}` }, part));
    }
    await cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  };
  cdp.on('Fetch.requestPaused', ({ requestId, request }) => {
    const range = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'range')?.[1] ?? '';
    answer(requestId, request.url, range).catch(() => undefined); // a page that was closed asks no more
  });
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await page.goto(`${HERE}/`, { timeout: 5_000 });
  return {
    show: (file) => {
      [current, number] = [file, number + 1];
      return file.mediaType === 'video/mp2t' ? `${HERE}/${number}.m3u8` : `${HERE}/${number}`;
    },
  };
}
const lastAsked = (range: string): number => Number(/^bytes=\d{1,15}-(\d{1,15})$/.exec(range)?.[1] ?? Infinity);
const listOf = ({ seconds }: LocalFile, number: number): string =>
  `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:${Math.ceil(seconds ?? 3_600)}\n#EXTINF:${seconds ?? 3_600},\n/${number}\n#EXT-X-ENDLIST\n`;

async function piece(path: string, first: number, last: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const part = Buffer.alloc(Math.max(0, last - first + 1));
    const { bytesRead } = await file.read(part, 0, part.length, first);
    return part.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
