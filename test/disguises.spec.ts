import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ClaimIndex } from '../src/classify/matching/claim-index.js';
import { matching } from '../src/classify/matching/matching-table.js';
import { disguiseFaults, stepFaults, type DisguiseTable } from '../src/classify/text/rules.js';
import { tokenise } from '../src/classify/text/tokens.js';
import { readTable } from '../src/core/table.js';
import { disguisesOf, seeded } from './kit/disguises/index.js';

const claims = {
  vi: [
    'Uống nước lá ổi mỗi sáng chữa khỏi bệnh tiểu đường',
    'Cầu Trà Khúc sẽ bị đóng cửa ba tháng để sửa chữa',
    'Học sinh lớp một phải nộp hai triệu đồng tiền ghế ngồi',
    'Ngân hàng Sông Hồng sắp phá sản, mau rút tiền tiết kiệm',
    'Trứng gà bán ở chợ đầu mối làm bằng nhựa',
    'Tiêm chủng mũi thứ ba khiến người già mất trí nhớ',
  ],
  en: [
    'Drinking boiled lemon peel every morning dissolves kidney stones overnight',
    'The northern bridge will collapse because engineers stole the cement',
    'Solar panels on school roofs poison the drinking water of children',
    'Secret microchips are hidden inside the new banknotes',
    'Street lamps record private conversations and send them abroad',
    'The mayor sold the hospital to a foreign casino owner',
  ],
};
const index = new ClaimIndex(
  [...claims.vi, ...claims.en].map((text) => ({ claimId: text, versionId: text, falseFrom: null, falseTo: null, wordings: [text] })),
  matching.text,
  matching.index,
  matching.common,
);
const read = (text: string, rules = matching.text) => tokenise(text, rules, index.knows);
const words = (text: string) =>
  read(text)
    .tokens.map((t) => t.bare)
    .join(' ');
const found = (text: string) => index.search(index.query(read(text)), 1).map(({ claim }) => index.claim(claim).claimId)[0];

// letters that stand for two others each: read where enough words come out, not in every sentence
const AMBIGUOUS = new Set([
  'looks: currency',
  'looks: mirrored',
  'looks: loose Cyrillic',
  'looks: heavy leet',
  'looks: Greek',
  'mixed: leet of every letter, spaced',
  'mixed: strange in the middle',
]);

describe.each(['vi', 'en'] as const)('a claim in disguise (%s)', (language) => {
  test.each(disguisesOf(language))('is found: %s', (name, disguise) => {
    const random = seeded(3);
    const right = claims[language].filter((claim) => found(disguise(claim, random)) === claim).length;
    expect(right).toBeGreaterThanOrEqual(AMBIGUOUS.has(name) ? claims[language].length / 3 : claims[language].length);
  });
});

describe('what a disguise stands for', () => {
  test('is told, and shown where it stands in the original', () => {
    const text = 'Xem: &#116;&#114;&#x1ee9;ng gà';
    const { tokens, repairs } = read(text);
    expect(repairs).toEqual(['encoded-letters']);
    expect(tokens.map((t) => text.slice(t.start, t.end))).toEqual(['Xem', '&#116;&#114;&#x1ee9;ng', 'gà']);
  });
  test('is mended in one word among others', () => {
    expect(words('Mọi người ơi, đừng để con t.i.ê.m ch*ủng nhé')).toBe('moi nguoi oi dung de con tiem chung nhe');
    expect(words('they said the hospital was s o l d to a c4sino')).toContain('sold to a casino');
  });
  test('is left alone where its step is switched off', () => {
    const without = { ...matching.text, steps: new Set([...matching.text.steps].filter((s) => s !== 'codes')) };
    const text = 'ch&#7907; &#273;&#7847;u m&#7889;i';
    expect(read(text, without).repairs).not.toContain('encoded-letters');
    expect(words(text)).toBe('cho dau moi');
    for (const [step, hidden] of [
      ['apart', 't-r-ứ-n-g g-à b-á-n c-h-ợ đ-ầ-u m-ố-i'],
      ['joined', 'trứnggàbán chợđầumối làmbằngnhựa'],
    ] as const) {
      const off = { ...matching.text, steps: new Set([...matching.text.steps].filter((s) => s !== step)) };
      expect(words(hidden)).toContain('trung ga ban cho dau moi');
      expect(read(hidden, off).tokens.map((t) => t.bare)).not.toContain('trung');
    }
  });
  test('every repair has its words in the glossary', () => {
    const glossary = readTable<{ repair: Record<string, { vi: string; en: string }> }>('glossary.yaml').repair;
    const named = new Set<string>();
    for (const language of ['vi', 'en'] as const)
      for (const [, disguise] of disguisesOf(language))
        for (const repair of read(disguise(claims[language][0], seeded(3))).repairs) named.add(repair);
    expect(named.size).toBeGreaterThan(8);
    expect([...named].filter((repair) => !glossary[repair]?.vi || !glossary[repair]?.en)).toEqual([]);
  });
});

describe('a clean text', () => {
  const clean = [
    'The farmhouse and the orchard: nevertheless, notwithstanding the straightforward understanding, everybody went together into the greenhouse.',
    'A fat cat has his food, as is or was for us too, see B2B and R&D at 5k or 200m on the A1, 11h40 or 6 p.m.',
    'Giảm giá 50% 20% 30% và 15%, F0 và F1, tháng T4, 3m2, và/hoặc (nếu có) – 5G! Động đất 6,5 độ.',
    'новости города и области',
    '東京の天気は晴れです',
    'สวัสดีชาวโลก วันนี้อากาศดี',
    'Xin chào 😀😀 cả nhà!!! Chúc ngủ ngon',
    'Mẹ em ở quê ra thăm, mang theo một con gà và hai chục trứng vịt.',
    'Der Bürgermeister hat gestern im Rathaus mit den Bürgern über die neue Brücke gesprochen.',
  ];
  test.each(clean)('is read as it stands: %s', (text) => {
    const plain = read(text, { ...matching.text, steps: new Set<never>() });
    expect(read(text).tokens).toEqual(plain.tokens);
  });
});

describe('any text', () => {
  const parts = [
    '&#116;',
    '&amp;',
    '%74',
    '%e1%ba',
    '\\u0074',
    '#',
    'trứng',
    'gnứrt',
    'cement',
    'ɐ',
    'ๅ',
    '⠃',
    '\ud800',
    '\u202e',
    ' ',
    '\n',
    '-',
    '*',
    '7h3',
    'tooo',
    't r u n g',
    '@',
    '1',
    'aa',
    '<b>',
    'á»ƒ',
    '🇻🇳',
  ];
  test('gives words that lie within it, in order unless it was written backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 80 }), (all) => {
        const text = all.join('');
        const { tokens, repairs } = read(text);
        let before = 0;
        for (const { start, end } of tokens) {
          if (!repairs.some((r) => r === 'backwards' || r === 'upside-down')) expect(start).toBeGreaterThanOrEqual(before);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
        }
      }),
      { numRuns: 300 },
    );
  });
  test('asks the claims no more often than the bound, however long it is', () => {
    for (const text of [
      'a*b.c- '.repeat(7000),
      Array.from({ length: 9000 }, (_, i) => `#q${i * 7919}wz`).join(' '),
      'p h o n g '.repeat(5000),
    ]) {
      let asked = 0;
      tokenise(text, matching.text, () => (asked++, false));
      expect(asked).toBeLessThan(25_000);
    }
  });
});

describe('the table of disguises', () => {
  test('is refused where it says what cannot be', () => {
    const table = readTable<DisguiseTable>('disguises.yaml', disguiseFaults);
    const broken = { ...table, leet: { ...table.leet, '0': 'Ô' }, keys: { ...table.keys, vni: { ...table.keys.vni, tones: '123' } } };
    expect(disguiseFaults(broken).map((f) => f.path.join('.'))).toEqual(['leet.0', 'keys.vni.tones']);
    expect(stepFaults(['codes', 'magic']).map((f) => f.path.join('.'))).toEqual(['text.steps.1']);
  });
});
