import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';

/** A post that its author edits: the words, the picture, the name; and takes away. */
export async function openEditedPost() {
  let shows: 'first' | 'edited' | 'gone' = 'first';
  const [red, blue] = await Promise.all(
    ['#c00', '#00c'].map((background) =>
      sharp({ create: { width: 300, height: 200, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const page = (
    likes: number,
    author: string,
    sum: string,
    picture: string,
    edited = '',
  ) => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Một bài</title>${edited}
<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', interactionStatistic: [{ '@type': 'InteractionCounter', interactionType: 'https://schema.org/LikeAction', userInteractionCount: likes }] })}</script></head>
<body style="margin:0"><article data-post="1" style="display:block;width:600px"><a class="author">${author}</a> <span class="handle">@thu</span>
<time datetime="2026-11-20T08:00:00Z">20 tháng 11</time><div class="text">Từ ngày mai mỗi hộ nhận ${sum} triệu đồng, ai cũng phải đăng ký ngay</div><img src="/${picture}.png" width="300" height="200" alt=""></article></body></html>`;
  const server = createServer((request, response) => {
    if (request.url === '/red.png' || request.url === '/blue.png')
      return void response.setHeader('content-type', 'image/png').end(request.url === '/red.png' ? red : blue);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (shows === 'gone') return void response.writeHead(404).end('<title>404</title><p>Bài viết này đã bị gỡ</p>');
    const edited = '<meta property="article:modified_time" content="2026-11-21T09:00:00Z">';
    response.end(shows === 'first' ? page(12, 'Nguyễn Thử', '3', 'red') : page(340, 'Nguyễn Thử Mới', '5', 'blue', edited));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://world.localhost:${port}/p/du-thu`,
    allow: [`world.localhost:${port}`],
    turn: (to: typeof shows) => {
      shows = to;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
