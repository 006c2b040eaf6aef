import { expect, test } from '@jest/globals';
import { hlsPlan, hlsTracks, isMaster } from './hls.js';

const LIST = 'https://media.example/a/b/list.m3u8?token=1';
const of = (...lines: string[]): string => ['#EXTM3U', ...lines].join('\r\n');

test('a master list names its renditions, their sound and their subtitles', () => {
  const text = of(
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aac",NAME="Tiếng, Việt",LANGUAGE="vi",DEFAULT=YES,URI="vi.m3u8"',
    '#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="cc",INSTREAM-ID="CC1"',
    '#EXT-X-STREAM-INF:BANDWIDTH=1280000,CODECS="avc1.4d401e,mp4a.40.2",RESOLUTION=640x360,AUDIO="aac"',
    '# a remark',
    '../low.m3u8',
  );
  expect(isMaster(text)).toBe(true);
  expect(hlsTracks(text, LIST)).toMatchObject([
    { kind: 'audio', url: 'https://media.example/a/b/vi.m3u8', label: 'Tiếng, Việt', language: 'vi', chosenByDefault: true },
    {
      kind: 'video',
      url: 'https://media.example/a/low.m3u8',
      bandwidth: 1_280_000,
      width: 640,
      height: 360,
      sound: 'aac',
      subtitles: null,
    },
  ]);
});
test('ranges without an offset go on where the last one of the same file ended', () => {
  const { pieces } = hlsPlan(
    of(
      '#EXT-X-MAP:URI="f.mp4",BYTERANGE="700@0"',
      '#EXTINF:2,',
      '#EXT-X-BYTERANGE:100@700',
      'f.mp4',
      '#EXTINF:2,',
      '#EXT-X-BYTERANGE:50',
      'f.mp4',
      '#EXT-X-ENDLIST',
    ),
    LIST,
    10,
  );
  expect(pieces.map((p) => [p.role, p.range])).toEqual([
    ['init', [0, 699]],
    ['segment', [700, 799]],
    ['segment', [800, 849]],
  ]);
});
test('without a start value of its own a piece is locked under its number', () => {
  const { pieces } = hlsPlan(
    of(
      '#EXT-X-MEDIA-SEQUENCE:258',
      '#EXT-X-KEY:METHOD=AES-128,URI="k"',
      'a.ts',
      'b.ts',
      '#EXT-X-KEY:METHOD=AES-128,URI="k2",IV=0xAB',
      'c.ts',
      '#EXT-X-KEY:METHOD=NONE',
      'd.ts',
    ),
    LIST,
    10,
  );
  expect(pieces.map((p) => p.key && [p.key.url.at(-1), p.key.iv.slice(-4)])).toEqual([['k', '0102'], ['k', '0103'], ['2', '00ab'], null]);
});
test('a list without its end is one that still goes on; a changed beginning is asked for again', () => {
  const plan = hlsPlan(of('#EXT-X-MAP:URI="i1"', 'a', 'b', '#EXT-X-DISCONTINUITY', '#EXT-X-MAP:URI="i2"', 'c'), LIST, 10);
  expect([plan.live, plan.discontinuities]).toEqual([true, 1]);
  expect(plan.pieces.map((p) => p.url.split('/').at(-1))).toEqual(['i1', 'a', 'b', 'i2', 'c']);
});
test('of a list of two hundred thousand pieces as many are asked for as may be, and that is said', () => {
  const plan = hlsPlan(of(Array.from({ length: 200_000 }, (_, n) => `${n}.ts`).join('\n'), '#EXT-X-ENDLIST'), LIST, 1_000);
  expect([plan.pieces.length, plan.says]).toEqual([1_000, ['its list names 200000 segments; the first 1000 were asked for']]);
});
test.each([
  ['#EXT-X-STREAM-INF:BANDWIDTH=1\nx.m3u8', 'a list of lists stands where a list of segments was promised'],
  ['file:///etc/passwd', 'a list names an address of file:'],
  ['#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://a"\na.ts', 'it is protected (SAMPLE-AES)'],
  ['#EXT-X-BYTERANGE:x\na.ts', 'a range of its list cannot be read'],
  ['', 'its list names no segment'],
])('a list that says %j cannot be followed: %s', (line, says) => {
  expect(() => hlsPlan(of(line), LIST, 10)).toThrow(says);
});
test('attributes that never end take no time', () => {
  const long = `#EXT-X-STREAM-INF:${'A="'.repeat(100_000)}`;
  const began = Date.now();
  hlsTracks(of(long, 'x'), LIST);
  expect(Date.now() - began).toBeLessThan(2_000);
});
