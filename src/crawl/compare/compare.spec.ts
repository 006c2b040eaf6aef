import { describe, expect, test } from '@jest/globals';
import { areasChanged, type Points } from '../../core/pictures/areas-changed.js';
import { whatChanged, type Told } from './what-changed.js';
import { wordsChanged } from './words-changed.js';

describe('a text, word by word', () => {
  const shown = (before: string, after: string) =>
    wordsChanged(before, after)
      .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'gone' ? '[-' : '[+'}${text.trim()}]`))
      .join('');
  test.each([
    ['', '', ''],
    ['một hai', 'một hai', 'một hai'],
    ['một  hai\nba', 'một hai ba', 'một hai ba'],
    ['', 'một', '[+một]'],
    ['một', '', '[-một]'],
    ['mỗi hộ 3 triệu đồng', 'mỗi hộ 5 triệu đồng', 'mỗi hộ [-3][+5]triệu đồng'],
    ['a b c d e f', 'a x y c d f g', 'a [-b][+x y]c d [-e]f [+g]'],
    ['nước máy', 'nước sạch và máy', 'nước [+sạch và]máy'],
    ['pho\u031b\u0309', 'ph\u1edf', 'ph\u1edf'],
  ])('%s → %s', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });
  test('gives both texts back, whatever they are, and is fast where they are long and strange to each other', () => {
    let seed = 7;
    const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
    const words = (n: number, kinds: number) => Array.from({ length: n }, () => `w${random(kinds)}`).join(' ');
    for (let i = 0; i < 300; i++) {
      const [a, b] = [words(random(30), 1 + random(8)), words(random(30), 1 + random(8))];
      const pieces = wordsChanged(a, b);
      const without = (kind: string) =>
        pieces
          .filter((p) => p.kind !== kind)
          .flatMap((p) => p.text.split(/\s+/).filter(Boolean))
          .join(' ');
      expect([without('new'), without('gone')]).toEqual([a, b]);
    }
    const began = performance.now();
    expect(wordsChanged(words(40_000, 1e9), words(40_000, 1e9)).map((p) => p.kind)).toEqual(['gone', 'new']);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('two pictures', () => {
  const grey = (width: number, height: number, ...spots: [x: number, y: number][]): Points => {
    const data = new Uint8Array(width * height * 3).fill(128);
    for (const [x, y] of spots) data[(y * width + x) * 3] = 255;
    return { width, height, data };
  };
  const how = { block: 10, differs: 20 };
  test('differ where they do, in areas that hold together', () => {
    expect(areasChanged(grey(100, 50), grey(100, 50), how)).toEqual({ areas: [], share: 0 });
    expect(areasChanged(grey(100, 50), grey(100, 50, [5, 5], [15, 12], [95, 45]), how)).toEqual({
      areas: [
        { x: 0, y: 0, width: 20, height: 20 },
        { x: 90, y: 40, width: 10, height: 10 },
      ],
      share: 3 / 50,
    });
  });
  test('differ where only one of them has anything; a shade is no difference', () => {
    expect(areasChanged(grey(20, 20), grey(20, 35), how).areas).toEqual([{ x: 0, y: 20, width: 20, height: 15 }]);
    const shade = grey(20, 20);
    shade.data.fill(140);
    expect(areasChanged(grey(20, 20), shade, how).share).toBe(0);
  });
});

describe('what changed', () => {
  const told: Told = { observation: 'present', title: 'T', author: 'An', handle: '@an', postedAt: new Date(0), textSha256: 'a', counts: [{ what: 'LikeAction', count: 3 }] }; // prettier-ignore
  const nothing = { picture: false, look: false };
  test.each<[Partial<Told>, Partial<typeof nothing>, string[]]>([
    [{}, {}, []],
    [{ textSha256: 'b', author: 'Bình' }, { picture: true, look: true }, ['text', 'author', 'picture']],
    [{ observation: 'gone', textSha256: null, author: null, title: null, counts: [] }, {}, ['gone']],
    [{ observation: 'login-wall', title: 'Đăng nhập' }, {}, ['observation']],
    [{ postedAt: new Date(9), handle: '@b', title: 'U' }, {}, ['handle', 'title', 'posted-at']],
    [{ counts: [{ what: 'LikeAction', count: 4 }] }, { look: true }, ['counts']],
    [{}, { look: true }, ['look']],
  ])('%j', (after, seen, expected) => {
    expect(whatChanged(told, { ...told, ...after }, { ...nothing, ...seen })).toEqual(expected);
  });
  test('a post that was gone is back', () => {
    expect(whatChanged({ ...told, observation: 'gone' }, told, nothing)).toEqual(['back']);
  });
});
