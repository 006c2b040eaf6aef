import { describe, expect, test } from '@jest/globals';
import { keptAt, keptIndex } from './kept-index.js';
import { replayedCss, replayedStyle } from './replayed-css.js';
import { replayedHtml, type ReplayedPage } from './replayed-html.js';

const KEPT = new Set(['http://a/x.png', 'http://a/y.png', 'http://a/s.css', 'http://b/']);
const page: ReplayedPage = {
  url: 'http://a/p/1',
  link: (address, base) => {
    const url = URL.canParse(address, base) ? new URL(address, base).href : '';
    return KEPT.has(url) ? `/k?u=${url}` : null;
  },
  frame: (src, number) => (src === 'http://b/' ? '/f/1' : number === null ? null : `/f/${number}`),
};
const shown = (html: string) => replayedHtml(html, page).replace('<!doctype html>', '');

describe('a document of a package', () => {
  test('keeps its text, its shape and its shadow roots', () => {
    const html = '<div class="a"><template shadowrootmode="closed"><p>trong</p></template>1 &lt; 2 &amp; <b>3</b></div><title>Tên</title>';
    expect(shown(html)).toBe(html);
  });
  test.each([
    ['<script>if (a </b>) x()</script>chữ', 'chữ'],
    ['<script src="http://a/x.png"></SCRIPT >chữ', 'chữ'],
    ['<noscript><img src="/x.png"></noscript>chữ', 'chữ'],
    ['<meta http-equiv="refresh" content="0;url=http://c/"><base href="http://c/">', ''],
    ['<link rel="preconnect" href="http://c/"><link rel="dns-prefetch" href="http://c/"><link rel="icon" href="/x.png">', ''],
    ['<object data="http://c/"><embed src="http://c/"></object>chữ', 'chữ'],
    ['<img src="http://c/x.png" onerror="x()" alt="ảnh">', '<img alt="ảnh">'],
    ['<a href="http://c/?a=1&amp;b" ping="http://c/" target="_top">xem</a>', '<a title="http://c/?a=1&amp;b">xem</a>'],
    ['<a href="javascript:x()">xem</a><a href="#y">dưới</a>', '<a title="javascript:x()">xem</a><a href="#y">dưới</a>'],
    ['<form action="http://c/"><button formaction="http://c/">gửi</button></form>', '<form><button>gửi</button></form>'],
    ['<!-- <img src=http://c/> --><p x"<y=1 z>a</p>', '<p z="">a</p>'],
    ['<svg><use href="http://c/#i"></use><use href="#i"></use></svg>', '<svg><use></use><use href="#i"></use></svg>'],
    ['<title><style></title><img src=http://c/>', '<title>&lt;style></title><img>'],
    ['a <b', 'a '],
    ['1 < 2', '1 &lt; 2'],
  ])('loses what runs, loads or leads away: %s', (html, expected) => {
    expect(shown(html)).toBe(expected);
  });
  test('shows what was kept in the place where it stood', () => {
    expect(shown('<img src="/x.png"><img srcset="/x.png 1x, http://c/z.png 2x, /y.png 3x"><link rel=stylesheet href=/s.css>')).toBe(
      '<img src="/k?u=http://a/x.png"><img srcset="/k?u=http://a/x.png 1x, /k?u=http://a/y.png 3x"><link rel="stylesheet" href="/k?u=http://a/s.css">',
    );
    expect(shown('<video src="/x.png" autoplay></video>')).toBe('<video src="/k?u=http://a/x.png" controls="" preload="metadata"></video>');
    expect(replayedHtml('<head><base href="http://a/"></head><img src="x.png">', { ...page, url: 'http://c/q/r' })).toContain(
      'src="/k?u=http://a/x.png"',
    );
  });
  test('shows the documents of its frames, and nothing where none was kept', () => {
    expect(shown('<iframe src="http://b/" onload="x()" width="9">cũ</iframe>')).toBe('<iframe sandbox width="9" src="/f/1"></iframe>');
    expect(shown('<iframe srcdoc="&lt;p&gt;" data-document="frame 2"></iframe>')).toBe('<iframe sandbox src="/f/2"></iframe>');
    expect(shown('<iframe src="http://c/"></iframe>')).toBe('<iframe sandbox></iframe>');
  });
  test('is read in one pass, whatever it holds', () => {
    for (const part of ['<a ', '<a x="', '<!--', '<b>', '</', '<style>url(', "<p style='url(", '<script>'])
      replayedHtml(part.repeat(200_000), page);
    // one that goes back over what it has read would take hours
  }, 60_000);
});

describe('a style sheet', () => {
  test('leads to what was kept, and otherwise nowhere', () => {
    expect(
      replayedCss(`a{background:url(/x.png)} b{src:url( 'http://c/f' )} @import "/s.css"; c{d:url(data:x)}`, page.url, page.link),
    ).toBe(`a{background:url("/k?u=http://a/x.png")} b{src:url("about:invalid")} @import "/k?u=http://a/s.css"; c{d:url(data:x)}`);
  });
  test('does not end the element that it stands in', () => {
    expect(replayedStyle('a{content:"</style><img>"}', page.url, page.link)).toBe(String.raw`a{content:"\3c /style>\3c img>"}`);
  });
});

test('an address is answered by the last whole answer that a browser got there', () => {
  const line = (status: number, offset: number, more: object = {}) =>
    `a)/ 20261120080000 ${JSON.stringify({ url: 'http://a/', mime: 'text/css', status, offset, length: 9, filename: 'data.warc.gz', ...more })}\n`;
  const index = keptIndex(line(206, 1) + line(200, 2) + line(304, 3) + line(200, 4, { method: 'POST' }));
  expect(index.get('http://a/')).toMatchObject({ offset: 2, status: 200 });
  expect([keptAt(index, '/#x', 'http://a/b'), keptAt(index, 'http://', 'x')]).toEqual([0, null]);
});
