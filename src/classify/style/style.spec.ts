import { describe, expect, test } from '@jest/globals';
import { f1Of, sameness, steepnessOf, unseen } from './judge-style.js';
import { asModel, exampleOf, learn } from './learn.js';
import { signsOf } from './signs.js';
import { driving, HONEST, styleFaults, styleScorer, type StyleModel } from './style-model.js';
import { Numbers } from './vector.js';

/** Posts of two invented writers: one shouts and links to a shop, the other gives figures and links to an office. */
const posts = Array.from({ length: 60 }, (_, i) => ({
  second: i % 2 === 1,
  text:
    i % 2 === 1
      ? `Sở Y tế ghi nhận ${i * 7} ca, xem https://so.example/tin-moi/${i}`
      : `TRỜI ƠI xem ngay kẻo xoá ${'!'.repeat(1 + (i % 3))} https://ban.example/a${i}`,
}));
function trained(seed = 1): StyleModel {
  const numbers = new Numbers();
  const examples = posts.map(({ text, second }) => exampleOf(text, second, numbers));
  const signs = numbers.names.length;
  const judged = unseen(
    examples,
    posts.map(({ text }) => text),
    { signs, folds: 3, seed },
  );
  const model = asModel(learn(examples, signs, seed), numbers.names, steepnessOf(judged), examples.length);
  return { kind: 'style', note: HONEST, labels: ['la', 'so'], ...model, card: { trained_on: [], command: '', seed, figures: {} } };
}

describe('the signs of a text', () => {
  test('are words, neighbours, names with and without their mark, forms of numbers, capitals and links', () => {
    const [words] = signsOf('KHẨN: 1,234 ca #Covid19 https://www.Bao.example/tin-nong/so-9 https://t.example/xYzab');
    for (const sign of [
      'in capitals',
      'word khẩn',
      'number like 0,000',
      'word #covid19',
      'word covid19',
      'link to bao.example',
      'in a link nong',
    ])
      expect([sign, words.has(sign)]).toEqual([sign, true]);
    expect(words.has('pair #covid19 (link)')).toBe(true);
    expect([...words.keys()].filter((sign) => /xyz/i.test(sign))).toEqual([]); // a shortened link is drawn by lot
  });
  test('are runs of two to five letters as they are written, never across two words', () => {
    const [, letters] = signsOf('Ba mươi');
    expect([letters.has('letters Ba'), letters.has('letters  Ba '), letters.has('letters mươi'), letters.has('letters a m')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(letters.has('letters ba')).toBe(false);
  });
  test('are the same whether marks are written apart or not', () => {
    expect(signsOf('tiếng Việt'.normalize('NFD'))).toEqual(signsOf('tiếng Việt'));
  });
});

describe('a model of style', () => {
  test('tells the writers of posts that it has not seen, with chances, and is the same for the same seed', () => {
    const scorer = styleScorer(trained());
    expect(scorer.says('Sở Y tế ghi nhận 91 ca trong ngày')).toMatchObject({ label: 'so' });
    const shout = scorer.says('TRỜI ƠI kẻo xoá !!!');
    expect(shout.label).toBe('la');
    expect(shout.score).toBeGreaterThan(0.5);
    expect(shout.score).toBeLessThanOrEqual(1);
    expect(trained()).toEqual(trained());
  });
  test('shows the words that drive it, and no runs of letters', () => {
    const drives = driving(trained(), 500);
    expect(drives.la.map((d) => d.sign)).toContain('in capitals');
    expect(drives.so.map((d) => d.sign)).toContain('link to so.example');
    expect([...drives.la, ...drives.so].filter(({ sign, weight }) => sign.startsWith('letters ') || weight <= 0)).toEqual([]);
  });
  test.each([
    [{}, 'this is no model of style'],
    [{ ...trained(), labels: ['a'] }, '"labels" must be two texts'],
    [{ ...trained(), base: null }, '"base" must be a number'],
    [{ ...trained(), signs: {} }, '"signs" must name a sign'],
    [{ ...trained(), signs: { 'word a': [1] } }, '"signs": "word a" must have two numbers'],
  ])('what is none is told', (model, says) => {
    expect(styleFaults(model)).toEqual([expect.stringContaining(says)]);
    expect(styleFaults(trained())).toEqual([]);
  });
});

test('posts that differ in case, links and punctuation alone say the same, and are never judged by each other', () => {
  expect(sameness('Rửa tay! https://a.example/1')).toBe(sameness('RỬA TAY https://b.example'));
  const numbers = new Numbers();
  // labels by lot: only a copy in another fold would tell them
  const copied = Array.from({ length: 40 }, (_, i) => ({ text: `tin${i} tin${i} tin${i}`, second: (i * 7) % 5 < 2 })).flatMap((p) => [
    p,
    p,
  ]);
  const examples = copied.map(({ text, second }) => exampleOf(text, second, numbers));
  const rightBy = (groups: string[]) => {
    const judged = unseen(examples, groups, { signs: numbers.names.length, folds: 4, seed: 1 });
    return judged.filter(({ second, sum }) => second === sum > 0).length / judged.length;
  };
  expect(rightBy(copied.map((_, i) => String(i)))).toBeGreaterThan(rightBy(copied.map(({ text }) => text)) + 0.1);
});

test('sums become chances: as many posts of the second label as the chances add up to', () => {
  const judged = Array.from({ length: 200 }, (_, i) => ({ second: i % 10 < (i < 100 ? 2 : 8), sum: i < 100 ? -3 : 3 }));
  const { steep, base } = steepnessOf(judged);
  const chance = (sum: number) => 1 / (1 + Math.exp(-(steep * sum + base)));
  expect(chance(-3)).toBeCloseTo(0.2, 1);
  expect(chance(3)).toBeCloseTo(0.8, 1);
  const parted = steepnessOf(
    [1, 2, 3].flatMap((n) => [
      { second: true, sum: n },
      { second: false, sum: -n },
    ]),
  );
  expect([Number.isFinite(parted.steep), parted.steep > 0]).toEqual([true, true]);
});

test('F1 is told of each label, and weighed by how often each occurs', () => {
  const said = [
    [true, true],
    [true, false],
    [false, false],
    [false, false],
  ].map(([second, s]) => ({ second, said: s }));
  const { first, second, weighted } = f1Of(said);
  expect([first, second]).toEqual([0.8, 2 / 3]);
  expect(weighted).toBeCloseTo((0.8 + 2 / 3) / 2);
});
