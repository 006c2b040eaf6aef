import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../src/core/browser/chromium.js';
import { until } from './until.js';

const ENGINE = join(import.meta.dirname, '..', '..', 'node_modules', '@webrecorder', 'wabac', 'dist', 'sw.js');
const LOADER = `<!doctype html><script>
addEventListener('load', async () => {
  await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) await new Promise((r) => navigator.serviceWorker.addEventListener('controllerchange', r));
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data.msg_type === 'collAdded') window.loaded = 'yes';
    if (data.msg_type === 'collProgress' && data.error) window.loaded = data.error;
  });
  navigator.serviceWorker.controller.postMessage({ msg_type: 'addColl', name: 'x', file: { sourceUrl: '/package.wacz' } });
});</script>`;

/** Replays a page of a package in the engine of ReplayWeb.page, until it and its frames show these words; fails when they never do. */
export async function replay(wacz: string, url: string, at: string, words: string[]): Promise<void> {
  const server = createServer((request, response) => {
    if (request.url === '/') return void response.setHeader('content-type', 'text/html').end(LOADER);
    if (request.url?.startsWith('/sw.js')) return void response.setHeader('content-type', 'text/javascript').end(readFileSync(ENGINE));
    if (request.url !== '/package.wacz') return void response.writeHead(404).end();
    const bytes = readFileSync(wacz);
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    response.setHeader('accept-ranges', 'bytes');
    if (from === undefined) return void response.setHeader('content-length', bytes.length).end(request.method === 'HEAD' ? '' : bytes);
    const last = to ? Math.min(Number(to), bytes.length - 1) : bytes.length - 1;
    response.writeHead(206, { 'content-range': `bytes ${from}-${last}/${bytes.length}`, 'content-length': last - Number(from) + 1 });
    response.end(bytes.subarray(Number(from), last + 1));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { path } = await findChromium('', '');
  const browser = await launch({ executablePath: path, args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    await page.goto(origin);
    const loaded = await (await page.waitForFunction('window.loaded', { timeout: 60_000 })).jsonValue();
    if (loaded !== 'yes') throw new Error(`the package was not loaded: ${loaded}`);
    // as ReplayWeb.page does it: its engine answers in a frame, and leads a window of its own back to the page around it
    await page.evaluate(
      (src) => {
        document.body.append(Object.assign(document.createElement('iframe'), { src }));
      },
      `/w/x/${at.replace(/\D/g, '').slice(0, 14)}mp_/${url}`,
    );
    const said = async (): Promise<string> =>
      (await Promise.all(page.frames().map((frame) => frame.evaluate('document.body?.innerText ?? ""').catch(() => '')))).join('\n');
    await until(async () => {
      const shown = await said();
      return words.every((w) => shown.includes(w));
    }, 30_000);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
