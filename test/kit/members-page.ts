import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Pages } from './site.js';

const TEXT = 'Chỉ thành viên mới đọc được: nước máy có độc!';

/** A page of our own that shows its post to whoever bears its cookie, writes that into itself as some networks do, and changes another. */
export function membersPage(token: string, turned = 'turned-9f8e7d6c5b4a3210') {
  const state = { open: true, asked: [] as string[] };
  const signedIn = (request: IncomingMessage) => state.open && (request.headers.cookie ?? '').includes(`sid=${token}`);
  const pages: Pages = {
    '/p/members': (request: IncomingMessage, response: ServerResponse) => {
      state.asked.push(request.headers.cookie ?? '');
      if (!signedIn(request)) return void response.end('<main class="notice">Đăng nhập để xem bài viết</main>');
      response.setHeader('set-cookie', `turn=${turned}; Path=/; HttpOnly`);
      response.setHeader('content-encoding', 'gzip').end(
        gzipSync(`<!doctype html><html lang="vi"><title>Bài cho thành viên</title><body><article data-post="1"><a class="author">Nguyễn Thử</a>
          <time datetime="2026-11-20T08:00:00Z">20/11</time><div class="text">${TEXT}</div></article>
          <script>const session = ${JSON.stringify(token)}; fetch('/p/members-told?by=' + session)</script></body></html>`),
      );
    },
    '/p/members-told': (_: IncomingMessage, response: ServerResponse) => void response.end('ok'),
  };
  return { pages, state, text: TEXT };
}
/** The session as a browser writes it down. */
export const cookiesTxt = (host: string, token: string): string =>
  `# Netscape HTTP Cookie File\n#HttpOnly_${[host, 'FALSE', '/', 'FALSE', '2000000000', 'sid', token].join('\t')}\n`;
