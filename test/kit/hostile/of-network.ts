import { randomBytes } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGzip, deflateSync } from 'node:zlib';
import { article, posted, sendTo, type Serve, type Situation } from './situation.js';

const MEGABYTE = 1_048_576;
const NOTHING = Buffer.alloc(MEGABYTE, 0x20);
const html = { 'content-type': 'text/html; charset=utf-8' };
/** So many megabytes of nothing after a beginning, packed to a thousandth as they go. */
const bomb =
  (type: string, megabytes: number, begin = ''): Serve =>
  (_, r) => {
    r.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
    const plain = Array.from({ length: megabytes }, () => NOTHING);
    pipeline(Readable.from([Buffer.from(begin), ...plain]), createGzip({ level: 1 }), r, () => undefined);
  };
const never: Serve = () => undefined;
const drop =
  (begin: string): Serve =>
  (_, r) => {
    r.writeHead(200, html);
    const timer = setInterval(() => r.write('x'), 1_000);
    r.write(begin);
    r.once('close', () => clearInterval(timer));
  };
const chain = (from: number, to: number): Record<string, Serve> =>
  Object.fromEntries(
    Array.from({ length: to - from }, (_, i) => [
      `/p/hop-${from + i}`,
      sendTo(i + 1 === to - from ? '/p/plain' : `/p/hop-${from + i + 1}`),
    ]),
  );
const crc = (bytes: Buffer): number => {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
};
const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length);
  named.copy(out, 4);
  out.writeUInt32BE(crc(named), named.length + 4);
  return out;
};
/** Of so many pixels a side, one bit each, in some kilobytes. */
const vastPicture = (side: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const rows = Buffer.alloc((side / 8 + 1) * side);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** What servers do to who asks. */
export const OF_NETWORK: Situation[] = [
  {
    name: 'one byte a second',
    path: '/p/drops',
    serve: { '/p/drops': drop(article('Một byte mỗi giây').replace('</body></html>', '')) },
    is: ['partial', 'present'],
    text: 'Một byte mỗi giây',
    says: /still coming when the capture ended/,
  },
  {
    name: 'a server that never answers',
    path: '/p/never',
    serve: { '/p/never': never },
    is: ['failed', 'fetch-failed'],
    says: /silent for|time was up/,
  },
  posted('a script that never comes', '/p/script-never', '<script src="/never.js"></script><p>sau</p>', {
    serve: { '/never.js': never },
    is: ['partial', 'present'],
    says: /never\.js: (silent for|it was still coming)/,
  }),
  posted('a picture of 50 MB', '/p/heavy-picture', '<img src="/heavy.png">', {
    serve: { '/heavy.png': (_, r) => void r.setHeader('content-type', 'image/png').end(randomBytes(50 * MEGABYTE)) },
  }),
  posted('a picture of 400 million pixels', '/p/vast-picture', '<img src="/vast.png">', {
    or: ['partial', 'present'], // a slow machine is not done with it before the time of the pictures is up
    serve: { '/vast.png': (_, r) => void r.setHeader('content-type', 'image/png').end(vastPicture(20_000)) },
  }),
  {
    name: 'a page that unpacks to 300 MB',
    path: '/p/bomb',
    serve: { '/p/bomb': bomb(html['content-type'], 300, article('Trang nén')) },
    is: ['partial', 'present'],
    text: 'Trang nén',
    says: /unpacks to more than/,
  },
  posted('a script that unpacks to 300 MB', '/p/bomb-script', '<script src="/bomb.js"></script>', {
    serve: { '/bomb.js': bomb('text/javascript', 300) },
    is: ['partial', 'present'],
    says: /bomb\.js: .*unpacks to more than/,
  }),
  posted('a picture that never ends', '/p/endless-picture', '<img src="/endless.png">', {
    serve: {
      '/endless.png': (_, r) => {
        r.setHeader('content-type', 'image/png');
        const more = (): void => {
          if (!r.destroyed && r.write(Buffer.alloc(MEGABYTE))) setImmediate(more);
        };
        r.on('drain', more);
        more();
      },
    },
    or: ['partial', 'present'],
    says: /the browser closed the connection|a body of more than 104857600 bytes/,
  }),
  { name: 'eight redirects', path: '/p/hop-1', serve: chain(1, 9), is: ['complete', 'present'], text: 'Uống nước muối' },
  { name: 'fifteen redirects', path: '/p/hop-101', serve: chain(101, 116), is: ['failed', 'fetch-failed'], says: /too many redirects/ },
  {
    name: 'a redirect to a file',
    path: '/p/to-file',
    serve: { '/p/to-file': sendTo('file:///etc/passwd') },
    is: ['failed', 'fetch-failed'],
  },
  {
    name: 'a redirect to a page in its own address',
    path: '/p/to-data',
    serve: { '/p/to-data': sendTo('data:text/html,<article data-post=1>x') },
    is: ['failed', 'fetch-failed'],
  },
  {
    name: 'a redirect to the inside',
    path: '/p/to-inside',
    serve: { '/p/to-inside': sendTo('http://169.254.169.254/latest/meta-data/') },
    is: ['failed', 'fetch-failed'],
    says: /leads to the inside/,
  },
  {
    name: 'a redirect to nothing at all',
    path: '/p/to-nothing',
    serve: { '/p/to-nothing': sendTo('http://') },
    is: ['partial', 'unclear'],
  },
  {
    name: 'a body shorter than announced',
    path: '/p/short-body',
    serve: {
      '/p/short-body': (_, r) => {
        const body = Buffer.from(article('Thân trang bị cắt'));
        r.writeHead(200, { ...html, 'content-length': body.length + 5_000 });
        r.write(body, () => r.destroy());
      },
    },
    is: ['partial', 'present'],
    text: 'Thân trang bị cắt',
    says: /the connection ended before the body did/,
  },
  {
    name: 'a body that is not encoded as announced',
    path: '/p/not-gzip',
    serve: { '/p/not-gzip': (_, r) => void r.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(article('Không nén')) },
    is: ['partial', 'unclear'],
  },
  {
    name: 'a header of 300 kB',
    path: '/p/long-header',
    serve: { '/p/long-header': (_, r) => void r.writeHead(200, { ...html, 'x-long': 'x'.repeat(300_000) }).end(article('Đầu dài')) },
    is: ['failed', 'fetch-failed'],
  },
  {
    name: 'four hundred cookies',
    path: '/p/cookies',
    serve: {
      '/p/cookies': (_, r) =>
        void r
          .writeHead(200, { ...html, 'set-cookie': Array.from({ length: 400 }, (__, i) => `c${i}=${'x'.repeat(300)}`) })
          .end(article('Nhiều bánh quy')),
    },
    is: ['complete', 'present'],
    text: 'Nhiều bánh quy',
  },
  {
    name: 'a page in UTF-16',
    path: '/p/utf16',
    serve: {
      '/p/utf16': (_, r) =>
        void r
          .writeHead(200, { 'content-type': 'text/html; charset=utf-16le' })
          .end(Buffer.from(`\ufeff${article('Chữ hai byte: nước độc')}`, 'utf16le')),
    },
    is: ['complete', 'present'],
    text: 'Chữ hai byte: nước độc',
  },
  {
    name: 'a page named as plain text',
    path: '/p/as-text',
    serve: { '/p/as-text': (_, r) => void r.writeHead(200, { 'content-type': 'text/plain' }).end(article('Chữ trơn')) },
    is: ['partial', 'unclear'],
  },
  {
    name: 'a page that is a download',
    path: '/p/download',
    serve: {
      '/p/download': (_, r) =>
        void r
          .writeHead(200, { ...html, 'content-disposition': 'attachment; filename="../../../../tmp/lachan-was-here.html"' })
          .end(article('Tải xuống')),
    },
    is: ['partial', 'unclear'],
    says: /download-refused/,
  },
  { name: 'no content', path: '/p/204', serve: { '/p/204': (_, r) => void r.writeHead(204).end() }, is: ['partial', 'unclear'] },
  {
    name: 'a name and password asked for',
    path: '/p/401',
    serve: { '/p/401': (_, r) => void r.writeHead(401, { ...html, 'www-authenticate': 'Basic realm="x"' }).end('Cần mật khẩu') },
    is: ['blocked', 'login-wall'],
  },
  {
    name: 'withheld by law (451)',
    path: '/p/451',
    serve: { '/p/451': (_, r) => void r.writeHead(451, html).end('Bị chặn') },
    is: ['blocked', 'blocked-here'],
  },
  {
    name: 'too many requests (429)',
    path: '/p/429',
    serve: { '/p/429': (_, r) => void r.writeHead(429, { ...html, 'retry-after': '120' }).end('Từ từ') },
    is: ['blocked', 'robot-check'],
  },
  posted('letters that never come', '/p/font-never', '<style>@font-face{font-family:y;src:url(/never.woff2)}.text{font-family:y}</style>', {
    serve: { '/never.woff2': never },
    is: ['partial', 'present'],
    says: /never\.woff2/,
  }),
  posted('styles that ask for one another without end', '/p/styles', '<link rel="stylesheet" href="/style-0.css">', {
    serve: Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [
        `/style-${i}.css`,
        (__, r) => void r.setHeader('content-type', 'text/css').end(`@import "/style-${i + 1}.css";`),
      ]),
    ),
  }),
];
