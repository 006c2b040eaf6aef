import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page may try once it is shown again: everything that needs no script, and a script that would do the rest. */
const trying = (to: string): string => `
<meta http-equiv="refresh" content="60;url=${to}/refresh"><link rel="preconnect" href="${to}"><link rel="dns-prefetch" href="${to}"><link rel="prefetch" href="${to}/prefetch"><link rel="preload" as="image" href="${to}/preload">
<link rel="stylesheet" href="${to}/never.css"><style>@import "${to}/import.css"; .never{background:url(${to}/background.png)} </style>
<div class="never" style="background:url('${to}/inline.png')">chữ</div><img src="${to}/never.png" srcset="${to}/never2.png 2x"><video src="${to}/film.webm" poster="${to}/poster.png" autoplay></video>
<object data="${to}/object"></object><embed src="${to}/embed"><iframe src="${to}/inner"></iframe><svg><image href="${to}/svg.png" width="9" height="9"></image></svg>
<form action="${to}/form"><button>gửi</button></form><a href="${to}/link" ping="${to}/ping" target="_blank">đi</a>
<script>for (const make of [() => fetch('${to}/fetch'), () => new WebSocket('${to.replace('http', 'ws')}/socket'), () => navigator.sendBeacon('${to}/beacon'), () => { new Image().src = '${to}/image' }, () => { document.cookie = 'vet=1' }]) try { make() } catch {}</script>`;

const PAGE = (
  inner: string,
  to: string,
) => `<!doctype html><html lang="vi"><head><title>Bài xem lại</title><link rel="stylesheet" href="/s.css"></head>
<body style="margin:0"><article data-post="1"><a class="author">Nguyễn Thử</a><div class="text">Uống nước muối chữa khỏi bệnh</div></article>
<div id="drawn"></div><iframe src="${inner}" width="300" height="60"></iframe><script>drawn.innerHTML = '<p>Chữ mà kịch bản vẽ ra</p>'; drawn.attachShadow({ mode: 'closed' }).innerHTML = '<slot></slot><p>Chữ trong bóng kín</p>'</script>${trying(to)}</body></html>`;
const GREEN = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#0f0"/></svg>');

export interface ReplayedSite {
  url: string;
  allow: string[];
  /** connections and requests that came to any of its hosts */
  heard: string[];
  close(): void;
}
/** A page whose browser drew it, from files of two hosts, and which tries to be heard by a third whenever it is shown. */
export async function openReplayedSite(): Promise<ReplayedSite> {
  const heard: string[] = [];
  const end = (response: ServerResponse, type: string, body: string | Buffer): void =>
    void response.setHeader('content-type', type).end(body);
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.headers.host} ${request.url}`);
    if (request.headers.host?.startsWith('ngoai.')) return void response.writeHead(404).end();
    response.setHeader('set-cookie', 'dem=1');
    if (request.url === '/p/1') return end(response, 'text/html; charset=utf-8', PAGE(at('khac', '/frame'), at('ngoai', '')));
    if (request.url === '/s.css') return end(response, 'text/css', '@import "/more.css"; body{background:url(old.png)}');
    if (request.url === '/more.css') return void response.writeHead(302, { location: '/moved.css' }).end();
    if (request.url === '/moved.css') return end(response, 'text/css', 'html{background:url("/green.svg")} article{color:#00f}');
    if (request.url === '/green.svg') return end(response, 'image/svg+xml', GREEN);
    if (request.url === '/frame') return end(response, 'text/html; charset=utf-8', '<p>Chữ trong khung của nơi khác</p>');
    response.writeHead(404).end();
  });
  server.on('connection', () => heard.push('a connection'));
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const at = (host: string, path: string): string => `http://${host}.localhost:${port}${path}`;
  return {
    url: at('world', '/p/1'),
    allow: [`world.localhost:${port}`, `khac.localhost:${port}`],
    heard,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
