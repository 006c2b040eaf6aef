import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { guarded, unguarded } from '../../core/text/csv.js';
import { claimReview, REVIEWS_END, REVIEWS_HEAD } from './claim-review.js';
import { exchangeTable } from './exchange-table.js';
import { jsonLine } from './jsonl.js';
import { readClaims } from './read-claims.js';
import { contentOf, Unreadable, type ClaimRecord, type Form } from './record.js';
import { TABLE_HEAD, tableRow } from './table.js';

const read = (text: string, most = 5_000) => readClaims(Buffer.from(text), most, exchangeTable.ratings);
const by = {
  ...exchangeTable,
  url: 'https://la-chan.example',
  timeZone: 'Asia/Ho_Chi_Minh',
  topics: { 'y-te': { vi: 'Y tế', en: 'Health' } },
};
const written: Record<Form, (claims: ClaimRecord[]) => string> = {
  jsonl: (claims) => claims.map(jsonLine).join(''),
  csv: (claims) => TABLE_HEAD + claims.map(tableRow).join(''),
  claimreview: (claims) => REVIEWS_HEAD + claims.map((c) => JSON.stringify(claimReview(c, by))).join(',\n') + REVIEWS_END,
};
const claim: ClaimRecord = {
  id: '6a9a4f0e-8f0b-4e37-9a2a-0d3f6f1b2c3d',
  ...{ state: 'approved', number: 2, approvedAt: '2026-11-03T01:02:03.000Z', topic: 'y-te', harm: 'high' },
  wordings: [
    { language: 'vi', text: 'Uống nước muối "chữa khỏi" bệnh,\nngay trong ngày' },
    { language: 'en', text: '=Salt water; cures everything' },
  ],
  truth: "- Không đúng.\r\n'+Nước muối không chữa được bệnh.",
  sources: [
    { title: 'Thông báo', url: 'https://soyte.example/1?a=1&b=2', date: '2026-11-01' },
    { title: 'Check', url: 'https://check.example/x', date: '2026-11-02', publisher: 'Check VN', rating: 'Sai', licence: 'CC BY 4.0' },
  ],
  falseFrom: '2026-11-01',
  falseTo: null,
};
const words = (least: number) =>
  fc
    .string({ unit: fc.constantFrom(...'aăâđêôơư"\',;\t\r\n=+-@ Ọễệ 7:{}[]\\\u{1f602}'), minLength: least, maxLength: 40 })
    .filter((s) => s.trim().length >= least);
const day = fc.integer({ min: 0, max: 3_000 }).map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
const url = fc.integer({ min: 0, max: 99 }).map((n) => `https://nguon.example/tin/${n}`);
const source = fc.record(
  {
    title: words(3),
    url,
    date: day,
    publisher: words(1),
    rating: words(1),
    licence: words(1),
    appearances: fc.array(url, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['title', 'url', 'date'] },
);
const anyClaim: fc.Arbitrary<ClaimRecord> = fc.record({
  id: fc.uuid(),
  state: fc.constantFrom('draft', 'approved', 'retired'),
  number: fc.integer({ min: 1, max: 9 }),
  approvedAt: fc.constantFrom(null, '2026-11-03T01:02:03.000Z'),
  topic: fc.constantFrom('y-te', 'khac'),
  harm: fc.constantFrom('low', 'medium', 'high'),
  wordings: fc.array(fc.record({ language: fc.constantFrom('vi', 'en'), text: words(10) }), { minLength: 1, maxLength: 4 }),
  truth: words(3),
  sources: fc.array(source, { minLength: 1, maxLength: 3 }),
  falseFrom: day,
  falseTo: fc.option(day),
});

describe('a claim that leaves comes back', () => {
  for (const form of ['jsonl', 'csv'] as const)
    test(`as ${form} with the same content, whatever its words`, () => {
      fc.assert(
        fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 4 }), (claims) => {
          const { form: seen, records } = read(written[form](claims));
          expect(seen).toBe(form);
          expect(records.map((r) => ({ id: r.id, content: r.content }))).toEqual(claims.map((c) => ({ id: c.id, content: contentOf(c) })));
        }),
        { numRuns: 300 },
      );
    });
  test('as a ClaimReview with all but its harm', () => {
    fc.assert(
      fc.property(anyClaim, (c) => {
        const approved = { ...c, approvedAt: '2026-11-03T01:02:03.000Z', sources: c.sources.map(({ appearances: _, ...s }) => s) };
        const { records } = read(written.claimreview([approved]));
        const { harm: _, ...rest } = contentOf(approved);
        expect(records).toEqual([{ place: 1, id: c.id, content: rest, text: c.wordings[0].text.slice(0, 200) }]);
      }),
      { numRuns: 300 },
    );
  });
  test('as a ClaimReview that schema.org knows: claim, verdict, author, day, sources, where it was seen', () => {
    const [seen] = claim.sources;
    const review = claimReview(
      { ...claim, approvedAt: '2026-11-02T18:30:00.000Z', sources: [{ ...seen, appearances: ['https://mang.example/p/1'] }] },
      by,
    );
    expect(review).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: claim.wordings[0].text,
      datePublished: '2026-11-03',
      author: { '@type': 'GovernmentOrganization', name: exchangeTable.author.name },
      reviewRating: { ratingValue: 1, worstRating: 1, bestRating: 5, alternateName: 'Sai sự thật' },
      itemReviewed: { '@type': 'Claim', appearance: [{ url: 'https://mang.example/p/1' }], temporalCoverage: '2026-11-01/..' },
      citation: [{ name: 'Thông báo', url: seen.url, datePublished: '2026-11-01' }],
    });
  });
});

test('no cell of a table begins as a formula does, and each text is found again', () => {
  fc.assert(
    fc.property(words(1), (text) => {
      expect(guarded(text)).not.toMatch(/^\s*[=+\-@]/);
      expect(unguarded(guarded(text))).toBe(text);
    }),
  );
  expect(guarded(' =HYPERLINK("x")')).toBe(`' =HYPERLINK("x")`);
  expect(unguarded("'tis")).toBe("'tis");
});

describe('a file that somebody brings', () => {
  const table = 'wording,truth,source_title,source_url,source_date,false_from\r\n';
  const fails = (text: string | Buffer, most?: number) => {
    try {
      readClaims(Buffer.from(text), most ?? 5_000, exchangeTable.ratings);
    } catch (error) {
      if (error instanceof Unreadable) return { says: error.says, ...error.where };
      throw error;
    }
    return null;
  };
  test('is told with the line where it breaks', () => {
    expect(fails(Buffer.from([0xff, 0xfe, 65]))).toEqual({ says: 'not-utf8' });
    expect(fails(' \n')).toEqual({ says: 'nothing' });
    expect(fails('{"@context":"https://schema.org",\n"@graph":[\n{"a":1},,]}')).toEqual({ says: 'not-json', line: 3 });
    expect(fails('[{"@type":"Article"}]')).toEqual({ says: 'no-claim-reviews' });
    expect(fails(`${table}a,"b\r\nc`)).toMatchObject({ says: 'bad-table' });
    expect(fails('câu,nói\r\n')).toEqual({ says: 'unknown-column', line: 1, column: 'câu' });
    expect(fails('wording,truth\r\n')).toEqual({ says: 'column-missing', line: 1, column: 'source_title' });
    expect(fails(`${table}${'a,b,c,d,e,f\r\n'.repeat(4)}`, 3)).toEqual({ says: 'too-many', most: 3 });
    expect(fails('{"a":1}\n'.repeat(4), 3)).toEqual({ says: 'too-many', most: 3 });
  });
  test('keeps its good lines beside a broken one, which is named', () => {
    const { records } = read(`${jsonLine(claim)}\n{"wordings": [\n[1]\n${jsonLine(claim)}`);
    expect(records.map((r) => [r.place, r.reason])).toEqual([
      [1, undefined],
      [3, 'not-json'],
      [4, 'not-object'],
      [5, undefined],
    ]);
  });
  test('names the line on which a row begins, also after one of several lines, and reads semicolons', () => {
    const rows = read(`${table}"một\nhai",b,c,d,e,f\r\nba,b,c,d,e,f\r\nx,b,c,d,e,f,g\r\n`).records;
    expect(rows.map((r) => [r.place, r.reason])).toEqual([
      [2, undefined],
      [4, undefined],
      [5, 'cells'],
    ]);
    const [row] = read(`${table.replaceAll(',', ';')}a, b;c;d;e;f;g\r\n`).records;
    expect(row.content).toMatchObject({ wordings: [{ language: 'vi', text: 'a, b' }], truth: 'c' });
  });
  test('tells of the reviews of others: who, how it was rated, when and where; a true claim is none for the registry', () => {
    const review = (rating: object, more: object = {}) => ({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://check.example/nuoc-muoi',
      claimReviewed: 'Uống nước muối chữa khỏi bệnh',
      datePublished: '2026-10-20T08:00:00+07:00',
      author: { '@type': 'Organization', name: 'Check VN' },
      reviewRating: { '@type': 'Rating', ...rating },
      itemReviewed: { '@type': 'Claim', datePublished: '2026-10-01', appearance: { url: 'https://mang.example/p/9' } },
      ...more,
    });
    const [one, two, three, four] = read(
      JSON.stringify([
        review({ alternateName: 'Sai' }),
        review({ ratingValue: 5, worstRating: 1, bestRating: 5 }),
        review({ alternateName: 'Cần xem thêm' }),
        review({ alternateName: 'False' }, { inLanguage: 'fr' }),
      ]),
    ).records;
    expect(one.content).toEqual({
      wordings: [{ language: 'vi', text: 'Uống nước muối chữa khỏi bệnh' }],
      truth: 'Sai',
      sources: [
        {
          ...{ title: 'Check VN', url: 'https://check.example/nuoc-muoi', date: '2026-10-20' },
          ...{ publisher: 'Check VN', rating: 'Sai', appearances: ['https://mang.example/p/9'] },
        },
      ],
      ...{ falseFrom: '2026-10-01', falseTo: null },
    });
    expect([two.reason, three.ratingUnclear, four.reason]).toEqual(['not-false', true, 'other-language']);
    const types = ['https://schema.org/ClaimReview', ['schema:ClaimReview', 'Article'], 'https://schema.org/Review', 7];
    const typed = types.map((type) => review({ alternateName: 'Sai' }, { '@type': type }));
    expect(read(JSON.stringify(typed)).records).toHaveLength(2);
  });
});
