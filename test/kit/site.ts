import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../src/core/config.js';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const LETTERS = readFileSync(
  join(projectRoot, 'node_modules', '@fontsource', 'be-vietnam-pro', 'files', 'be-vietnam-pro-latin-400-normal.woff2'),
);
const post = (
  text: string,
  more = '',
) => `<!doctype html><html lang="vi"><title>Một bài đăng</title><body><article data-post="1"><a class="author">Nguyễn Thử</a> <span class="handle">@thu</span>
  <time datetime="2026-11-20T08:00:00Z">20/11</time><div class="text">${text}</div><img src="/pixel.png" alt=""></article>${more}</body></html>`;

/** A film that plays, made longer than a browser reads ahead by an EBML element that players skip. */
const FILM_BYTES = 6_000_000;
function makeFilm(): Buffer {
  const short = readFileSync(join(projectRoot, 'src', 'demo', 'world', 'media', 'dap-nuoc.webm'));
  const padding = Buffer.alloc(FILM_BYTES - short.length, 0x20);
  padding[0] = 0xec; // Void
  padding.writeUIntBE(0x01, 1, 1); // a size of eight bytes
  padding.writeUIntBE(padding.length - 9, 3, 6);
  padding[2] = 0;
  return Buffer.concat([short, padding]);
}
/** Answers ranges, at most so many bytes at a time, as players' servers do. */
function serveFilm(film: Buffer, most: number, request: IncomingMessage, response: ServerResponse): void {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  response.setHeader('content-type', 'video/webm').setHeader('accept-ranges', 'bytes');
  if (from === undefined) return void response.setHeader('content-length', film.length).end(film);
  const last = Math.min(to ? Number(to) : Infinity, film.length - 1, Number(from) + most - 1);
  response.writeHead(206, { 'content-length': last - Number(from) + 1, 'content-range': `bytes ${from}-${last}/${film.length}` });
  response.end(film.subarray(Number(from), last + 1));
}
const filmPost = (film: string, attributes: string) =>
  post('Xem phim này').replace('<img', `<video ${attributes} muted src="${film}" poster="/pixel.png"></video><img`);

/** Looks for a way out by WebRTC, and tells the site when it has done all that it can. */
const callsTo = (port: string): string => `
  const busy = setInterval(() => document.body.append(document.createElement('i')), 200);
  const told = () => { clearInterval(busy); fetch('/called'); };
  const call = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${port}' }, { urls: 'turn:127.0.0.1:${port}?transport=udp', username: 'a', credential: 'b' }, { urls: 'turn:127.0.0.1:${port}?transport=tcp', username: 'a', credential: 'b' }] });
  call.createDataChannel('x');
  call.onicegatheringstatechange = () => call.iceGatheringState === 'complete' && told();
  call.createOffer().then((offer) => call.setLocalDescription(offer)).catch(told);
  new WebSocket('ws://127.0.0.1:${port}/socket');
  setTimeout(told, 2500);`;

const GONE = 'Bài viết này đã bị gỡ';
const POST = 'KHẨN: nước máy Bình Lộ nhiễm độc, ba người chết! ';
const page = (status: number, body: string) => (_: IncomingMessage, r: ServerResponse) => void r.writeHead(status).end(body);
/** Pages that bear a sign of removal and show a post all the same. */
const goneButShown = {
  '/p/gone-text': page(404, `<div style="font-size:40px">${POST.repeat(20)}</div>`),
  '/p/gone-picture': page(410, '<img src="/pixel.png" width="1200" height="800">'),
  '/p/gone-background': page(404, '<div style="background:url(/pixel.png);width:1200px;height:800px"></div>'),
  '/p/gone-then-text': page(
    404,
    `<div id="r"></div><script>fetch('/text').then((t) => t.text()).then((t) => { r.textContent = t })</script>`,
  ),
  '/text': page(200, POST.repeat(20)),
  '/p/gone-tiny': page(200, `<p style="font-size:2px">${GONE}</p><h1>${POST}</h1>`),
  '/p/gone-white': page(200, `<p style="color:#fff">${GONE}</p><h1>${POST}</h1>`),
  '/p/gone-clipped': page(200, `<div style="height:0;overflow:hidden"><p>${GONE}</p></div><h1>${POST}</h1>`),
  '/p/gone-aside': page(200, `<p style="position:absolute;left:3000px;white-space:nowrap">${GONE}</p><h1>${POST}</h1>`),
  '/p/gone-style': page(
    200,
    `<style>#x::before{content:"${POST}";font-size:50px}</style><p style="opacity:0">${GONE}</p><div id="x"></div>`,
  ),
  '/p/gone-canvas': page(
    404,
    `<canvas id="c" width="1000" height="300"></canvas><script>c.getContext('2d').fillText('${POST}', 10, 60)</script>`,
  ),
  '/p/gone-frame': page(200, `<p>${GONE}</p><iframe src="http://other.localhost:1/p/1" width="1000" height="800"></iframe>`),
  '/p/gone-same': page(404, `<h2>${POST}</h2>`),
  '/p/gone-reversed': page(
    404,
    `<div style="display:flex;flex-flow:row-reverse wrap-reverse;justify-content:flex-end;font-size:40px;gap:12px">${POST.trim()
      .split(' ')
      .reverse()
      .map((word) => `<b>${word}</b>`)
      .join('')}</div>`,
  ),
  '/p/gone-marked': page(404, `<h1>${POST.replace(/(\p{L})(\p{L})/gu, '$1\u034f$2')}</h1>`),
  '/p/gone-head': page(404, '<h1>Not Found</h1><img src="/pixel.png" width="780" height="51">'),
  '/p/gone-before': page(404, `<style>#x::before{content:"${POST}";font-size:60px}</style><h1>Not Found</h1><div id="x"></div>`),
  '/p/gone-shadow-root': page(
    404,
    `<h1>Not Found</h1><div id="h"></div><script>h.attachShadow({ mode: 'closed' }).innerHTML = '<h1>${POST}</h1>'</script>`,
  ),
  '/p/gone-srcdoc': page(404, `<h1>Not Found</h1><iframe width="1200" height="800" srcdoc="<h1>${POST}</h1>"></iframe>`),
  '/p/gone-shadows': page(
    404,
    `<h1>Not Found</h1><div style="width:1px;height:1px;box-shadow:${Array.from({ length: 400 }, (_, i) => `${(i % 40) * 20}px ${Math.floor(i / 40) * 40}px 0 8px #${i % 3 ? '000' : 'fff'}`).join()}"></div>`,
  ),
  '/p/gone-marker': page(
    410,
    `<h1>Not Found</h1><ul><li style="list-style-type:'${POST}';font-size:50px;margin-left:20em">&nbsp;</li></ul>`,
  ),
  '/p/gone-counter': page(
    410,
    `<style>@counter-style x{system:cyclic;symbols:"${POST}"}</style><h1>Not Found</h1><ul><li style="list-style:x;margin-left:40em">Not Found</li></ul>`,
  ),
  '/p/gone-marquee': page(404, '<h1>Not Found</h1><marquee scrollamount="0">KHẨN</marquee><p>Ba chết. Nước độc.</p>'),
  '/p/gone-far-below': page(200, `<h1>${GONE}</h1><div style="margin-top:4000px">${POST}</div>`),
  '/p/gone-details': page(404, '<h1>Not Found</h1><details open><summary>KHẨN nước độc ba người chết</summary></details>'),
  '/p/gone-value': page(404, '<h1>Not Found</h1><input value="Nước độc" size="8" style="height:16px;width:70px;border:0">'),
  '/p/gone-late': page(404, `<div id="r"></div><script>setTimeout(() => { r.textContent = 'x' }, 9e3)</script>`),
  '/p/gone-font': page(404, `<style>@font-face{font-family:y;src:url(/letters.woff2)}h1{font-family:y}</style><h1>Not Found</h1>`),
  '/p/gone-acrostic': page(
    404,
    `<h1>Not Found</h1>${'<span style="display:inline-block;width:1ch;overflow:hidden">not</span>'.repeat(20)}`,
  ),
  '/p/gone-nginx': page(
    404,
    '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx/1.25.3</center></body></html>',
  ),
  '/p/gone-apache': page(
    404,
    '<h1>Not Found</h1><p>The requested URL was not found on this server.</p><hr><address>Apache/2.4.57 (Debian) Server at world.localhost Port 80</address>',
  ),
  '/p/gone-sentences': page(
    404,
    '<main><h1>404</h1><p>There isn’t a GitHub Pages site here. Sorry, the page you are looking for does not exist.</p><p><a href="/">Go back to the home page</a></p></main>',
  ),
  '/p/gone-svg': page(200, `<p>${GONE}</p><svg width="64" height="64"></svg><a href="/">Về trang chủ</a>`),
};

export type Pages = Record<string, (request: IncomingMessage, response: ServerResponse) => void>;
export interface Site {
  host: string;
  film: Buffer;
  url(path: string): string;
  asked: string[];
  inside: { asked: string[]; url: string };
  close(): void;
}

/** Pages of our own in the shape of the demo network, ordinary and hostile, and a second server that stands for the inside. */
export async function openSite(more: Pages = {}): Promise<Site> {
  const asked: string[] = [];
  const insideAsked: string[] = [];
  const inside = createServer((request, response) => {
    insideAsked.push(request.url ?? '');
    response.end('secret');
  });
  await new Promise<void>((done) => inside.listen(0, '127.0.0.1', done));
  const insideUrl = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`;
  const film = makeFilm();
  const sendTo = (location: string) => (_: IncomingMessage, r: ServerResponse) => void r.writeHead(302, { location }).end();
  const pages: Pages = {
    ...more,
    '/letters.woff2': (_, r) => r.setHeader('content-type', 'font/woff2').end(LETTERS),
    '/pixel.png': (_, r) => r.setHeader('content-type', 'image/png').end(PIXEL),
    '/p/plain': (_, r) => r.end(post('Uống nước muối chữa khỏi bệnh. Chia sẻ ngay!')),
    '/p/gzip': (_, r) => r.setHeader('content-encoding', 'gzip').end(gzipSync(post('Nén lại mà vẫn đọc được'))),
    '/p/removed': (_, r) => r.end('<main class="notice">Bài viết này đã bị gỡ</main>'),
    '/p/404': (_, r) => {
      r.statusCode = 404;
      r.end('<main class="notice">Không tìm thấy</main>');
    },
    ...goneButShown,
    '/p/strange-media': page(
      200,
      post('Hình lạ', '').replace('</article>', '<img src="/run.hta"><img src="/page.html"><img src="/x.svg"></article>'),
    ),
    '/run.hta': (_, r) => r.setHeader('content-type', 'image/hta').end('<script>alert(1)</script>'),
    '/page.html': (_, r) => r.setHeader('content-type', 'image/html').end(PIXEL),
    '/x.svg': (_, r) =>
      r.setHeader('content-type', 'image/svg+xml').end('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    '/p/login': (_, r) => r.end('<main class="notice">Đăng nhập để xem bài viết</main>'),
    '/p/region': (_, r) => r.end('<main class="notice">Nội dung này không khả dụng ở khu vực của bạn</main>'),
    '/p/quoting': (_, r) => r.end(post('Họ nói “Bài viết này đã bị gỡ” nhưng bài vẫn còn đây')),
    '/p/error': (_, r) => {
      r.statusCode = 503;
      r.end('quá tải');
    },
    '/p/inside': (_, r) =>
      r.end(
        post(
          'Gọi vào trong',
          `<img src="${insideUrl}/img"><script>fetch('${insideUrl}/fetch',{mode:'no-cors'}).catch(()=>0);new WebSocket('${insideUrl.replace('http', 'ws')}/ws');navigator.sendBeacon('${insideUrl}/beacon','x')</script><iframe src="${insideUrl}/frame"></iframe><iframe src="/to-inside"></iframe>`,
        ),
      ),
    '/to-inside': (_, r) => {
      r.writeHead(302, { location: `${insideUrl}/redirected` });
      r.end();
    },
    '/p/moved': sendTo('/p/plain'),
    '/p/loop': sendTo('/p/loop'),
    '/s/short': sendTo('/s/shorter'),
    '/s/shorter': sendTo('/p/plain'),
    '/p/sent-home': sendTo('/'),
    '/p/sent-to-login': sendTo('/login'),
    '/login': (_, r) => r.end('<main class="notice">Đăng nhập để xem bài viết</main>'),
    '/': (_, r) => r.end(post('Bảng tin, bài thứ nhất', post('bài thứ hai'))),
    '/p/canonical': (_, r) => r.end(post('Bài có tên thật').replace('<body>', '<link rel="canonical" href="/p/plain"><body>')),
    '/p/canonical-home': (_, r) => r.end(post('Bài khai là trang chủ').replace('<body>', '<link rel="canonical" href="/"><body>')),
    '/p/canonical-else': (_, r) =>
      r.end(post('Bài khai là của nơi khác').replace('<body>', '<meta property="og:url" content="https://other.example/p/plain"><body>')),
    '/p/renamed-by-script': (_, r) => r.end(post('Đổi tên bằng kịch bản', `<script>history.replaceState(0, '', '/p/plain')</script>`)),
    '/p/film': (_, r) => r.end(filmPost('/film.webm', 'preload="auto"')),
    '/p/film-unasked': (_, r) => r.end(filmPost('/film.webm#t=3', 'preload="none"')),
    '/p/film-in-pieces': (_, r) => r.end(filmPost('/pieces.webm', 'preload="metadata"')),
    '/p/film-missing': (_, r) => r.end(filmPost('/no-film.webm', 'preload="auto"')),
    '/film.webm': (q, r) => serveFilm(film, Infinity, q, r),
    '/pieces.webm': (q, r) => serveFilm(film, 500_000, q, r),
    '/p/endless': (_, r) => {
      r.write(post('Thân trang không bao giờ hết').replace('</body></html>', ''));
      const t = setInterval(() => r.write(`<p>${'x'.repeat(20_000)}</p>`), 200);
      r.once('close', () => clearInterval(t));
    },
    '/p/storm': (_, r) =>
      r.end(
        post(
          'Bão hộp thoại',
          `<script>for(let i=0;i<30;i++){open('/p/plain')};onbeforeunload=()=>'x';for(let i=0;i<50;i++)alert(i)</script>`,
        ),
      ),
    '/p/deep': (_, r) => r.end(post('Bài ở trang lồng sâu', `${'<b>'.repeat(900)}đáy${'</b>'.repeat(900)}`)),
    '/p/spin': (_, r) => r.end(post('Chữ trước vòng lặp', '<script>setTimeout(()=>{for(;;);},50)</script>')),
    '/p/nagging': (_, r) => r.end(post('Chữ trước hộp thoại', "<script>setTimeout(()=>{for(;;)alert('x')},50)</script>")),
    '/p/eraser': (_, r) =>
      r.end(post('Chữ bị xoá sau khi tải', "<script>setTimeout(()=>document.querySelector('article').remove(),60)</script>")),
    '/p/quick-eraser': (_, r) => r.end(post('Chữ bị xoá ngay khi có', "<script>document.querySelector('article').remove()</script>")),
    '/p/liar': (_, r) =>
      r.end(
        post(
          'Chữ thật của bài',
          `<script>document.querySelector=()=>null;Object.defineProperty(HTMLElement.prototype,'innerText',{get(){return 'chữ giả'}});JSON.stringify=()=>'{}'</script>`,
        ),
      ),
    '/p/by-device': (q, r) =>
      r.end(
        post(
          `${/Mobile/.test(q.headers['user-agent'] ?? '') ? 'Bản cho điện thoại' : 'Bản cho máy tính'}, ${q.headers['sec-ch-ua-mobile']}`,
          `<p id="told"></p><script>told.textContent = [navigator.maxTouchPoints > 0, devicePixelRatio, innerWidth, navigator.userAgentData?.mobile, navigator.languages.join(), Intl.DateTimeFormat().resolvedOptions().locale, navigator.webdriver].join(' ')</script>`,
        ).replace('<title>', '<meta name="viewport" content="width=device-width,initial-scale=1"><title>'),
      ),
    '/robots.txt': (_, r) => r.end('User-agent: *\nDisallow: /p/by-device\n'),
    '/p/late': (_, r) =>
      r.end(
        post('Chữ đầu', `<script>setTimeout(()=>{document.querySelector('.text').textContent='Chữ đến muộn do kịch bản'},900)</script>`),
      ),
  };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const page = pages[request.url ?? ''] ?? more[(request.url ?? '').replace(/\?.*$/, '')];
    const [, udp] = /^\/p\/calls-(\d+)$/.exec(request.url ?? '') ?? [];
    if (page) page(request, response);
    else if (udp) response.end(post('Gọi ra ngoài bằng WebRTC', `<script>${callsTo(udp)}</script>`));
    else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `world.localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
    film,
    url: (path) => `http://${host}${path}`,
    asked,
    inside: { asked: insideAsked, url: insideUrl },
    close: () => {
      for (const s of [server, inside]) {
        s.closeAllConnections();
        s.close();
      }
    },
  };
}
