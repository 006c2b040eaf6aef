import { createCipheriv } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const file = (name: string): Buffer => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'media', name));
/** The same film in one file, which closes with its index of fragments. */
export const ONE = (): Buffer => Buffer.concat([...VIDEO, Buffer.from('000000086d667261', 'hex')]);
/** A film whose index stands behind it: of its bytes the first say nothing but that it is one. */
export const LATE_INDEX = (): Buffer => {
  const index = VIDEO[0].readUInt32BE(0);
  const head = Buffer.from('0000000066726565', 'hex');
  head.writeUInt32BE(70_008);
  const film = Buffer.from('00000000' + '6d646174', 'hex');
  film.writeUInt32BE(VIDEO[1].length + 8);
  return Buffer.concat([VIDEO[0].subarray(0, index), head, Buffer.alloc(70_000), film, VIDEO[1], VIDEO[0].subarray(index)]);
};
/** Six seconds of a test card in three pieces: a transport stream with sound, and film and sound apart as fragments. */
export const TS = [1, 2, 3].map((n) => file(`ts-${n}.mpegts`));
export const VIDEO = [0, 1, 2, 3].map((n) => file(`video-${n}.mp4`));
export const AUDIO = [0, 1, 2, 3].map((n) => file(`audio-${n}.mp4`));
export const KEY = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
const CODECS = 'video/mp4; codecs="vp09.00.10.08"';

export interface FilmSite {
  host: string;
  url(path: string): string;
  asked: string[];
  inside: { url: string; asked: string[] };
  close(): void;
}
const post = (film: string, more = ''): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Phim</title><body><article data-post="1"><a class="author">Nguyễn Thử</a><time datetime="2026-11-20T08:00:00Z">20/11</time><div class="text">Xem phim này</div>${film}</article>${more}</body></html>`;
const list = (...lines: string[]): string => ['#EXTM3U', '#EXT-X-VERSION:6', '#EXT-X-TARGETDURATION:2', ...lines].join('\n');
const pieces = (...urls: string[]): string[] => urls.flatMap((url) => ['#EXTINF:2.0,', url]);
const END = '#EXT-X-ENDLIST';

const vtt = (ticks: number, from: string, to: string, words: string): string =>
  `WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:${ticks},LOCAL:00:00:00.000\n\n${from} --> ${to}\n${words}\n`;
const MASTER = list(
  '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="Tiếng Việt",LANGUAGE="vi",DEFAULT=YES,URI="/hls/vi.m3u8"',
  '#EXT-X-STREAM-INF:BANDWIDTH=9000000,RESOLUTION=3840x2160,CODECS="avc1.42c00a,mp4a.40.2",SUBTITLES="s"',
  '/hls/huge.m3u8',
  '#EXT-X-STREAM-INF:BANDWIDTH=50000,RESOLUTION=160x90,CODECS="avc1.42c00a,mp4a.40.2",SUBTITLES="s"',
  '/hls/media.m3u8',
);
const APART = list(
  '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="Tiếng",DEFAULT=YES,URI="/apart/sound.m3u8"',
  '#EXT-X-STREAM-INF:BANDWIDTH=50000,RESOLUTION=160x90,CODECS="vp09.00.10.08,opus",AUDIO="a"',
  '/apart/film.m3u8',
);
const AGAIN = list(...pieces(...Array.from({ length: 40 }, () => '/hls/1.ts')), END);
function ranged(parts: Buffer[], url: string): string {
  let at = parts[0].length;
  const lines = parts.slice(1).flatMap((part) => {
    const line = ['#EXTINF:2.0,', `#EXT-X-BYTERANGE:${part.length}@${at}`, url];
    at += part.length;
    return line;
  });
  return list(`#EXT-X-MAP:URI="${url}",BYTERANGE="${parts[0].length}@0"`, ...lines, END);
}
const locked = (bytes: Buffer, sequence: number): Buffer => {
  const iv = Buffer.alloc(16);
  iv.writeUInt32BE(sequence, 12);
  const cipher = createCipheriv('aes-128-cbc', KEY, iv);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
};
const mpd = (segments: string, type = 'static'): string =>
  `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="${type}" mediaPresentationDuration="PT6S"><Period><AdaptationSet contentType="video" mimeType="video/mp4"><Representation id="v" bandwidth="50000" width="160" height="90" codecs="vp09.00.10.08">${segments}</Representation></AdaptationSet></Period></MPD>`;
const NUMBERED = mpd(
  '<SegmentTemplate timescale="1000" duration="2000" startNumber="1" initialization="/dash/0.mp4" media="/dash/$Number$.mp4"/>',
);
const TIMED = mpd(
  '<SegmentTemplate timescale="1000" initialization="/dash/0.mp4" media="/dash/t-$Time$.mp4"><SegmentTimeline><S t="0" d="2000" r="2"/></SegmentTimeline></SegmentTemplate>',
);
/** A player of our own: what it fetches it feeds to its page. */
const player = (fetches: string): string => `<script>
  const film = document.querySelector('video'), source = new MediaSource();
  film.src = URL.createObjectURL(source);
  source.onsourceopen = async () => {
    const track = source.addSourceBuffer('${CODECS}');
    const feed = async (url) => { track.appendBuffer(await (await fetch(url)).arrayBuffer()); await new Promise((r) => { track.onupdateend = r }); };
    ${fetches}
  };</script>`;

const PAGES: Record<string, string> = {
  '/p/hls': post('<video muted src="/hls/master.m3u8"></video>'),
  '/p/dash': post(
    '<video muted></video>',
    player(`await fetch('/dash/numbered.mpd'); await feed('/dash/0.mp4'); await feed('/dash/1.mp4');`),
  ),
  '/p/mse': post('<video muted></video>', player(`for (const n of [0, 1, 3, 2]) await feed('/mse/' + n + '.mp4');`)),
  '/p/mse-one': post('<video muted></video>', player(`await feed('/one.mp4');`)),
  '/p/mse-first': post('<video muted></video>', player(`await feed('/first.mp4');`)),
  '/p/blob': post(
    '<video muted></video>',
    `<script>fetch('/late-index.mp4').then((r) => r.blob()).then((b) => { document.querySelector('video').src = URL.createObjectURL(b) })</script>`,
  ),
  '/p/unplayed': post('<video muted width="300" height="200"></video>'),
  '/p/hls-slow': post('<video muted src="/slow.m3u8"></video>'),
};

/** Films in pieces, as players' servers keep them, and lists that mean harm. */
export async function openFilmSite(): Promise<FilmSite> {
  const [asked, insideAsked] = [[] as string[], [] as string[]];
  const inside = createServer((q, r) => {
    insideAsked.push(q.url ?? '');
    r.end('secret');
  });
  await once(inside.listen(0, '127.0.0.1'), 'listening');
  const insideUrl = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`;
  const bodies: Record<string, string | Buffer> = {
    ...PAGES,
    '/one.mp4': ONE(),
    '/first.mp4': Buffer.concat(VIDEO.slice(0, 2)),
    '/late-index.mp4': LATE_INDEX(),
    '/hls/master.m3u8': MASTER,
    '/hls/huge.m3u8': list(...pieces('/hls/none.ts'), END),
    '/hls/media.m3u8': list(...pieces('/hls/1.ts', '/hls/2.ts', '/hls/3.ts'), END),
    '/hls/broken.m3u8': list(...pieces('/hls/1.ts', '/hls/none.ts', '/hls/3.ts'), END),
    '/again/film.m3u8': AGAIN,
    '/again/sound.m3u8': AGAIN,
    '/again/master.m3u8': APART.replaceAll('/apart/', '/again/'),
    '/hls/vi.m3u8': list(...pieces('/hls/1.vtt', '/hls/2.vtt'), END),
    '/hls/1.vtt': vtt(900_000, '00:00:00.500', '00:00:02.000', '<b>Nước máy</b> nhiễm độc'),
    '/hls/2.vtt': vtt(900_000 + 2 * 90_000, '00:00:00.500', '00:00:02.000', 'Ba người chết &amp; nhiều người bệnh'),
    ...Object.fromEntries(TS.map((bytes, i) => [`/hls/${i + 1}.ts`, bytes])),
    '/apart/master.m3u8': APART,
    '/apart/film.m3u8': ranged(VIDEO, '/apart/film.mp4'),
    '/apart/sound.m3u8': ranged(AUDIO, '/apart/sound.mp4'),
    '/apart/film.mp4': Buffer.concat(VIDEO),
    '/apart/sound.mp4': Buffer.concat(AUDIO),
    '/locked/list.m3u8': list('#EXT-X-MEDIA-SEQUENCE:7', '#EXT-X-KEY:METHOD=AES-128,URI="key"', ...pieces('7.ts', '8.ts', '9.ts'), END),
    '/locked/key': KEY,
    ...Object.fromEntries(TS.map((bytes, i) => [`/locked/${i + 7}.ts`, locked(bytes, i + 7)])),
    '/locked/drm.m3u8': list(
      '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://x",KEYFORMAT="com.apple.streamingkeydelivery"',
      ...pieces('7.ts'),
      END,
    ),
    '/locked/wrong.m3u8': list('#EXT-X-KEY:METHOD=AES-128,URI="/hls/1.vtt"', ...pieces('7.ts'), END),
    '/settings.json': JSON.stringify({ player: { hls: `HOST/locked/list.m3u8` } }).replaceAll('/', '\\/'),
    '/page.mp4': '<!doctype html><title>Trang phát phim</title>',
    '/live.m3u8': list('#EXT-X-MEDIA-SEQUENCE:41', ...pieces('/hls/2.ts', '/hls/3.ts')),
    '/dash/numbered.mpd': NUMBERED,
    '/dash/timed.mpd': TIMED,
    ...Object.fromEntries(VIDEO.flatMap((bytes, i) => [`/dash/${i}.mp4`, `/mse/${i}.mp4`].map((path) => [path, bytes]))),
    ...Object.fromEntries(VIDEO.slice(1).map((bytes, i) => [`/dash/t-${i * 2_000}.mp4`, bytes])),
    '/inside.m3u8': list(...pieces(`${insideUrl}/secret.ts`, '/to-inside.ts'), END),
    '/loop.m3u8': list('#EXT-X-STREAM-INF:BANDWIDTH=1', '/loop.m3u8'),
    '/million.m3u8': list(Array.from({ length: 100_000 }, (_, n) => `m${n}`).join('\n'), END),
    '/no-web.m3u8': list(...pieces('file:///etc/passwd'), END),
    '/slow.m3u8': list(...pieces('/hls/1.ts', '/slow.ts', '/hls/3.ts'), END),
  };
  const live: Record<string, (q: IncomingMessage, r: ServerResponse) => void> = {
    '/endless.m3u8': (_, r) => drip(r, `${list()}\n`, () => pieces('/hls/1.ts').join('\n').repeat(200)),
    '/slow.ts': (_, r) => drip(r, TS[1].subarray(0, 188), () => Buffer.alloc(1)),
    '/to-inside.ts': (_, r) => void r.writeHead(302, { location: `${insideUrl}/redirected` }).end(),
  };
  const server = createServer((q, r) => {
    const path = q.url ?? '';
    asked.push(path);
    r.setHeader('content-type', TYPES[/\.\w+$/.exec(path)?.[0] ?? ''] ?? 'text/html; charset=utf-8');
    if (live[path]) return live[path](q, r);
    const body = bodies[path];
    if (body === undefined) return void r.writeHead(404).end();
    send(Buffer.from(typeof body === 'string' ? body.replace('HOST', `http:\\/\\/${q.headers.host}`) : body), q, r);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const host = `world.localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
    asked,
    url: (path) => `http://${host}${path}`,
    inside: { url: insideUrl, asked: insideAsked },
    close: () => {
      for (const s of [server, inside]) {
        s.closeAllConnections();
        s.close();
      }
    },
  };
}
const TYPES: Record<string, string> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mpd': 'application/dash+xml',
  '.ts': 'video/mp2t',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
  '.json': 'application/json',
};

function send(body: Buffer, q: IncomingMessage, r: ServerResponse): void {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(q.headers.range ?? '') ?? [];
  if (from === undefined) return void r.setHeader('content-length', body.length).end(body);
  const last = Math.min(to ? Number(to) : Infinity, body.length - 1);
  const part = body.subarray(Number(from), last + 1);
  r.writeHead(206, { 'content-length': part.length, 'content-range': `bytes ${from}-${last}/${body.length}` }).end(part);
}

function drip(r: ServerResponse, first: string | Buffer, more: () => string | Buffer): void {
  r.write(first);
  const t = setInterval(() => r.write(more()), 50);
  r.once('close', () => clearInterval(t));
}
