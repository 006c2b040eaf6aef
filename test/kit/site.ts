import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const post = (
  text: string,
  more = '',
) => `<!doctype html><html lang="vi"><title>Một bài đăng</title><body><article data-post="1"><a class="author">Nguyễn Thử</a> <span class="handle">@thu</span>
  <time datetime="2026-11-20T08:00:00Z">20/11</time><div class="text">${text}</div><img src="/pixel.png" alt=""></article>${more}</body></html>`;

export interface Site {
  host: string;
  url(path: string): string;
  asked: string[];
  inside: { asked: string[]; url: string };
  close(): void;
}

/** Pages of our own in the shape of the demo network, ordinary and hostile, and a second server that stands for the inside. */
export async function openSite(): Promise<Site> {
  const asked: string[] = [];
  const insideAsked: string[] = [];
  const inside = createServer((request, response) => {
    insideAsked.push(request.url ?? '');
    response.end('secret');
  });
  await new Promise<void>((done) => inside.listen(0, '127.0.0.1', done));
  const insideUrl = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`;
  const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
    '/pixel.png': (_, r) => r.setHeader('content-type', 'image/png').end(PIXEL),
    '/p/plain': (_, r) => r.end(post('Uống nước muối chữa khỏi bệnh. Chia sẻ ngay!')),
    '/p/gzip': (_, r) => r.setHeader('content-encoding', 'gzip').end(gzipSync(post('Nén lại mà vẫn đọc được'))),
    '/p/removed': (_, r) => r.end('<main class="notice">Nội dung này hiện không có sẵn</main>'),
    '/p/404': (_, r) => {
      r.statusCode = 404;
      r.end('<main class="notice">Không tìm thấy</main>');
    },
    '/p/login': (_, r) => r.end('<main class="notice">Đăng nhập để xem bài viết</main>'),
    '/p/region': (_, r) => r.end('<main class="notice">Nội dung này không khả dụng ở khu vực của bạn</main>'),
    '/p/quoting': (_, r) => r.end(post('Họ nói “Nội dung này hiện không có sẵn” nhưng bài vẫn còn đây')),
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
    '/p/moved': (_, r) => {
      r.writeHead(301, { location: '/p/plain' });
      r.end();
    },
    '/p/loop': (_, r) => {
      r.writeHead(302, { location: '/p/loop' });
      r.end();
    },
    '/p/endless': (_, r) => {
      r.write(post('Thân trang không bao giờ hết').replace('</body></html>', ''));
      const t = setInterval(() => r.write(`<p>${'x'.repeat(20_000)}</p>`), 20);
      r.once('close', () => clearInterval(t));
    },
    '/p/storm': (_, r) =>
      r.end(
        post(
          'Bão hộp thoại',
          `<script>for(let i=0;i<30;i++){open('/p/plain')};onbeforeunload=()=>'x';for(let i=0;i<50;i++)alert(i)</script>`,
        ),
      ),
    '/p/spin': (_, r) => r.end(post('Chữ trước vòng lặp', '<script>setTimeout(()=>{for(;;);},50)</script>')),
    '/p/nagging': (_, r) => r.end(post('Chữ trước hộp thoại', "<script>setTimeout(()=>{for(;;)alert('x')},50)</script>")),
    '/p/eraser': (_, r) =>
      r.end(post('Chữ bị xoá sau khi tải', "<script>setTimeout(()=>document.querySelector('article').remove(),600)</script>")),
    '/p/liar': (_, r) =>
      r.end(
        post(
          'Chữ thật của bài',
          `<script>document.querySelector=()=>null;Object.defineProperty(HTMLElement.prototype,'innerText',{get(){return 'chữ giả'}});JSON.stringify=()=>'{}'</script>`,
        ),
      ),
    '/p/late': (_, r) =>
      r.end(
        post('Chữ đầu', `<script>setTimeout(()=>{document.querySelector('.text').textContent='Chữ đến muộn do kịch bản'},900)</script>`),
      ),
  };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const page = pages[request.url ?? ''];
    if (page) page(request, response);
    else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `world.localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
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
