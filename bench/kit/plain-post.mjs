// A post of a few words, without fonts, styles or pictures: what a package weighs by itself.
import { createServer } from 'node:http';

const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Bài đăng</title></head><body><article>
<b>Người dùng thử</b> <time datetime="2026-11-01T08:00:00+07:00">1/11/2026</time>
<p>Nước máy phường Cát Lở nhiễm độc, cả xóm đã có 12 người vào viện, mọi người chia sẻ gấp cho người thân biết!</p>
</article></body></html>`;

export async function openPlainPost() {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${server.address().port}`;
  return { host, url: `http://${host}/p/1`, close: () => server.close() };
}
