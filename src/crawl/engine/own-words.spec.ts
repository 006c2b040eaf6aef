import { expect, test } from '@jest/globals';
import { ownSoFar, ownWordsOf } from './own-words.js';
import type { Snapshot } from './page-text.js';

type Tree = [name: string, attributes: Record<string, string>, ...children: (Tree | string)[]];

/** A page as the browser tells of it: parents before their children, each text drawn. */
function snapshotOf(tree: Tree): Snapshot {
  const strings: string[] = [];
  const index = (text: string) => strings.push(text) - 1;
  const nodes = { parentIndex: [] as number[], nodeName: [] as number[], attributes: [] as number[][] };
  const layout = { nodeIndex: [] as number[], text: [] as number[], bounds: [] as number[][] };
  const add = (name: string, attributes: Record<string, string>, parent: number, text = -1): number => {
    nodes.parentIndex.push(parent);
    nodes.nodeName.push(index(name));
    nodes.attributes.push(Object.entries(attributes).flat().map(index));
    layout.nodeIndex.push(nodes.parentIndex.length - 1);
    layout.text.push(text);
    layout.bounds.push([0, 0, 9, 9]);
    return nodes.parentIndex.length - 1;
  };
  const plant = ([name, attributes, ...children]: Tree, parent: number): void => {
    const own = add(name, attributes, parent);
    for (const child of children)
      if (typeof child === 'string') add('#text', {}, own, index(child));
      else plant(child, own);
  };
  plant(tree, -1);
  return { strings, documents: [{ nodes, layout }] };
}

test('what a page says for itself stands outside of its menus, heads, feet, forms and links', () => {
  const page = snapshotOf([
    'BODY',
    {},
    ['HEADER', {}, ['H1', {}, 'Phố Mạng'], ['NAV', {}, 'Khám phá']],
    ['DIV', { role: 'navigation' }, 'Hội nhóm'],
    [
      'MAIN',
      {},
      ['HEADER', {}, ['H2', {}, 'Bài viết không tồn tại']],
      ['P', {}, 'Có thể đã bị xoá.', ['A', { href: '/' }, 'Về trang chủ']],
    ],
    ['A', {}, 'Neo không dẫn đi đâu'],
    ['FORM', {}, 'Tìm kiếm', ['INPUT', { type: 'search' }]],
    ['FOOTER', {}, 'Điều khoản'],
  ]);
  expect(ownWordsOf(page)).toEqual({
    own: 'Bài viết không tồn tại\nCó thể đã bị xoá.\nNeo không dẫn đi đâu',
    beside: 'Bài viết không tồn tại\nCó thể đã bị xoá.\nNeo không dẫn đi đâu',
    headings: ['Phố Mạng', 'Bài viết không tồn tại'],
    password: false,
  });
});
test('a heading within an article is its own, and a field for a password counts where it is seen', () => {
  const page = snapshotOf(['BODY', {}, ['ARTICLE', {}, ['H2', {}, 'Nhà mạng gỡ 1.200 video']], ['INPUT', { type: 'Password' }]]);
  expect(ownWordsOf(page)).toEqual({ own: 'Nhà mạng gỡ 1.200 video', beside: '', headings: [], password: true });
});
test('what a page said at any look stays said, and its headings are those of the last', () => {
  const [first, then] = ['Bài của tôi', 'Không tìm thấy'].map((own) => ({ own, beside: own, headings: [own], password: false }));
  expect(ownSoFar(ownSoFar(null, first, 100), then, 100)).toEqual({
    own: 'Bài của tôi\nKhông tìm thấy',
    beside: 'Không tìm thấy',
    headings: ['Không tìm thấy'],
    password: false,
  });
});
