import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface RichPage {
  url: string;
  allow: string[];
  close(): void;
}
const COUNTS = {
  '@type': 'Article',
  interactionStatistic: [{ '@type': 'InteractionCounter', interactionType: 'https://schema.org/LikeAction', userInteractionCount: 1200 }],
};

/** A post with all that a package must keep: shadow roots, frames of its own and of another site, a consent box, counts, and what it sends and says. */
const page = (other: string) => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Bài có đủ thứ</title>
<meta property="article:modified_time" content="2026-11-21T09:00:00Z"><script type="application/ld+json">${JSON.stringify(COUNTS)}</script></head>
<body style="margin:0"><article data-post="1" style="display:block;width:600px"><a class="author" href="/u/thu">Nguyễn Thử</a> <span class="handle">@thu</span>
<time datetime="2026-11-20T08:00:00Z">20 tháng 11</time><div class="text">Uống nước muối chữa khỏi bệnh</div></article>
<button onclick="this.textContent='đã bấm'">Từ chối tất cả</button>
<div style="position:fixed;top:0;right:0">Bạn đã đủ 18 tuổi? <button onclick="this.textContent='đã bấm'">Từ chối tất cả</button></div>
<div id="s"></div><iframe srcdoc="Chữ trong khung nhà"></iframe><iframe src="${other}"></iframe>
<div id="box" style="position:fixed;bottom:0;background:#ff0;width:100%;height:300px">Trang này dùng cookie <button onclick="box.remove()">Chấp nhận tất cả</button><button onclick="box.remove()">Từ chối tất cả</button></div>
<div style="height:9000px"></div>
<script>s.attachShadow({ mode: 'closed' }).innerHTML = '<p>Chữ trong bóng kín</p>';
console.error('Kịch bản than phiền'); document.cookie = 'dem=1'; open('/windowed'); setTimeout(() => Object.assign(document.createElement('a'), { href: '/tep', download: 'tep.bin' }).click(), 500);
fetch('/asked', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ hoi: 'muối' }) }).then((r) => r.text()).then((t) => { document.querySelector('.text').append(t) })</script></body></html>`;

export async function openRichPage(): Promise<RichPage> {
  const server = createServer((request, response) => {
    const end = (type: string, body: string): ServerResponse => response.setHeader('content-type', `${type}; charset=utf-8`).end(body);
    if (request.url === '/go') return void response.writeHead(302, { location: '/p/du-thu' }).end();
    if (request.url === '/p/du-thu') {
      response.setHeader('content-encoding', 'gzip').setHeader('content-type', 'text/html');
      return void response.end(gzipSync(page(`http://khac.localhost:${port}/frame`)));
    }
    if (request.url === '/tep') return void response.setHeader('content-disposition', 'attachment; filename="tep.bin"').end('tệp');
    if (request.url === '/frame') return void end('text/html', '<p>Chữ trong khung của nơi khác</p>');
    if (request.url === '/asked' && request.method === 'POST') {
      let sent = '';
      request.setEncoding('utf8').on('data', (chunk: string) => {
        sent += chunk;
      });
      return void request.on('end', () => end('text/plain', ` (đáp: ${(JSON.parse(sent) as { hoi: string }).hoi})`));
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://world.localhost:${port}/go`,
    allow: [`world.localhost:${port}`, `khac.localhost:${port}`],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
