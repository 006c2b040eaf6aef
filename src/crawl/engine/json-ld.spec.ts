import { expect, test } from '@jest/globals';
import { linkedIn } from './json-ld.js';

const HERE = 'https://bao.example/tin/cau-rach-dia-12345';
const TITLE = 'Cầu Rạch Đỉa thông xe';
const told = {
  '@type': 'NewsArticle',
  headline: TITLE,
  datePublished: '2026-11-09T07:15:00+07:00',
  dateModified: '2026-11-09T09:00:00+07:00',
  author: { '@type': 'Person', name: ' Lý  Thu Hạnh ', url: '/tac-gia/hanh' },
};
const read = (...texts: unknown[]) =>
  linkedIn(
    texts.map((t) => (typeof t === 'string' ? t : JSON.stringify(t))),
    [HERE],
    TITLE,
  );
const ALL = {
  type: 'NewsArticle',
  author: 'Lý Thu Hạnh',
  authorUrl: 'https://bao.example/tac-gia/hanh',
  published: told.datePublished,
  edited: told.dateModified,
};

test.each([
  ['alone', [told]],
  ['in an array', [[{ '@type': 'WebSite', name: 'Báo' }, told]]],
  ['within a graph', [{ '@context': 'https://schema.org', '@graph': [{ '@type': 'BreadcrumbList' }, told] }]],
  ['as what a page is about', [{ '@type': 'WebPage', mainEntity: told }]],
  ['with a type in full', [{ ...told, '@type': ['Thing', 'https://schema.org/NewsArticle'] }]],
  ['beside broken scripts', ['{"@type": "NewsArticle", "author": ', told, '<!-- -->']],
  ['within CDATA, with line feeds in its words', [`//<![CDATA[\n${JSON.stringify(told).replace('Lý  Thu', 'Lý\nThu')}\n//]]>`]],
  ['twice', [told, told]],
  ['beside its film', [{ '@type': 'VideoObject', name: 'Phim', uploadDate: '2020-01-01', author: 'Người khác' }, told]],
  [
    'whose author stands elsewhere in the graph',
    [
      {
        '@graph': [
          { ...told, author: { '@id': '#hanh' } },
          { '@id': '#hanh', ...told.author },
        ],
      },
    ],
  ],
])('an article %s is read', (_, texts) => expect(read(...texts)).toEqual(ALL));

test.each(['Article', 'BlogPosting', 'SocialMediaPosting', 'DiscussionForumPosting', 'ReportageNewsArticle'])('so is a %s', (type) => {
  expect(read({ ...told, '@type': type })).toEqual({ ...ALL, type });
});
test('of a film the day on which it was put there, and of several authors all', () => {
  expect(read({ '@type': 'VideoObject', name: 'x', uploadDate: '2026-11-01', author: ['An', { name: 'Bình' }] })).toEqual({
    type: 'VideoObject',
    author: 'An, Bình',
    authorUrl: null,
    published: '2026-11-01',
    edited: null,
  });
});
test('of several articles the one that names this page, else the one that is called as the page is, else none', () => {
  const other = { ...told, headline: 'Tin khác', author: 'Người khác' };
  expect(read(other, { ...told, headline: 'Tên cũ', mainEntityOfPage: { '@id': `${HERE}#bai` } })).toEqual(ALL);
  expect(read(other, told)).toEqual(ALL);
  expect(read(other, { ...told, headline: 'Tin khác nữa' })).toBeNull();
});
test.each([
  ['no object', 'null', '12', '"x"', '[]', '{}'],
  ['a product', { '@type': 'Product', author: 'x', datePublished: '2026-01-01' }],
  ['deep nesting', '['.repeat(200_000)],
])('%s tells nothing', (_, ...texts) => expect(read(...texts)).toBeNull());
test('values of other kinds are none, and long ones are cut', () => {
  const odd = {
    ...told,
    author: [{ name: { x: 1 } }, 7, null, 'https://bao.example/ai'],
    datePublished: 20_261_109,
    dateModified: 'hôm qua',
  };
  expect(read(odd)).toEqual({ type: 'NewsArticle', author: null, authorUrl: null, published: null, edited: null });
  expect(read({ ...told, author: { name: 'a'.repeat(9_000), url: 'javascript:alert(1)' } })).toMatchObject({
    author: 'a'.repeat(200),
    authorUrl: null,
  });
});
test('a flood of items is read so far and no further, in little time', () => {
  const began = performance.now();
  read(
    Array.from({ length: 40_000 }, (_, i) => ({ ...told, headline: `${i}` })),
    `${'}'}${'a'.repeat(400_000)}]${'a'.repeat(400_000)}`,
  );
  expect(performance.now() - began).toBeLessThan(2_000);
});
