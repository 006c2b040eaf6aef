import { describe, expect, test } from '@jest/globals';
import { blanksIn, fill } from '../core/documents/blanks.js';
import { isExactUrl, itemsText, templateFor, type ItemValues } from './request-text.js';
import { templateFaults, templates } from './enforcement-table.js';

describe('the text of a request', () => {
  test('keeps a blank that nobody filled, and names it', () => {
    expect(fill('Kính gửi: {{recipient}}, {{signer}}', { recipient: 'Sóng Lô', signer: '  ' })).toBe('Kính gửi: Sóng Lô, {{signer}}');
    expect(blanksIn('{{signer}} {{contact}} {{signer}}')).toEqual(['signer', 'contact']);
  });
  test('takes no blank from what a post says', () => {
    expect(blanksIn(fill('“{{quote}}” {{signer}}', { quote: 'hãy điền {{signer}} {{{{x}}', signer: 'Ông A' }))).toEqual([]);
    expect(fill('{{constructor}}', {})).toBe('{{constructor}}');
  });
  test('lists each link once, with its evidence, on lines of its own', () => {
    const template = templateFor(templates, 'removal', 'vi', 'song-lo')!;
    const text = itemsText(template, [
      { url: 'https://a.vn/1', author: null, quote: 'hai\ndòng', sealed_at: null, evidence: [{ sha256: 'ab' }, { sha256: 'cd' }] },
      { url: 'https://a.vn/2', author: 'B', quote: null, sealed_at: null, evidence: [] },
    ]);
    expect(text).toContain('1. https://a.vn/1');
    expect(text).toContain('“hai dòng”');
    expect(text).toContain('ab, cd');
    expect(text.split('\n').filter((l) => l.includes('https://a.vn/2'))).toHaveLength(1);
  });
  const link = { url: 'https://a.vn/1', author: 'B', quote: 'lời', sealed_at: '27/11/2026 08:00' };
  const [member, anybody] = [
    { sha256: 'ab', signedIn: true },
    { sha256: 'cd', signedIn: false },
  ];
  test.each(templates.map((t) => [`${t.form}.${t.language}`, t] as const))(
    'says in %s which evidence a signed-in visitor saw',
    (_, template) => {
      const { every, some } = template.signed_in;
      const said = (evidence: ItemValues['evidence']) => itemsText(template, [{ ...link, evidence }]);
      expect(said([member])).toContain(`\n   ${every}`);
      expect(said([member, anybody])).toContain(`\n   ${fill(some, { evidence: 'ab' })}`);
      for (const text of [said([anybody]), said([])])
        expect([text.includes(every), text.includes(some.slice(0, 10)), blanksIn(text), text.split('\n').length]).toEqual([
          ...[false, false, []],
          template.item.trimEnd().split('\n').length - 1,
        ]);
    },
  );
  test('says so of the words where a signed-in visitor read them and the evidence is what anybody is shown', () => {
    const template = templateFor(templates, 'removal', 'vi', 'song-lo')!;
    const { some, author, quote, both } = template.signed_in;
    for (const [words, seen] of [
      [author!, { authorSignedIn: true }],
      [quote!, { quoteSignedIn: true }],
      [both!, { authorSignedIn: true, quoteSignedIn: true }],
    ] as const) {
      const said = (evidence: ItemValues['evidence']) => itemsText(template, [{ ...link, ...seen, evidence }]);
      for (const evidence of [[anybody], []]) expect(said(evidence)).toContain(`\n   ${words}`);
      expect(said([member, anybody])).toContain(`${fill(some, { evidence: 'ab' })} ${words}`);
      expect(said([member])).not.toContain(words);
    }
  });
  test('is refused at the start where its template says nothing of a signed-in visitor', () => {
    const template = templateFor(templates, 'removal', 'vi', 'song-lo')!;
    const faults = (t: object) => templateFaults({ ...template, ...t }).map(({ says }) => says);
    expect(faults({})).toEqual([]);
    expect(faults({ item: template.item.replace('{{signed_in}}', '') })).toEqual([expect.stringContaining('on a line of its own')]);
    expect(faults({ signed_in: undefined })).toEqual([
      'signed_in needs every',
      ...['some', 'author', 'quote', 'both'].map((key) => `signed_in needs ${key}`),
    ]);
    expect(faults({ signed_in: { ...template.signed_in, every: 'của {{session}}' } })).toEqual(['nothing fills the blank session']);
  });
  test('comes from the template of the platform where there is one, else from the general one', () => {
    expect(templateFor(templates, 'removal', 'en', 'youtube')?.form).toBe('takedown-youtube');
    expect(templateFor(templates, 'removal', 'vi', 'youtube')?.form).toBe('takedown');
    expect(templateFor(templates, 'withdrawal', 'en', 'youtube')?.form).toBe('takedown-withdrawal');
  });
});

describe('an exact link', () => {
  test('leads to one post', () => {
    for (const url of ['https://mang.vn/bai/1', 'https://v.vn/watch?v=x', 'http://world.localhost:4200/p/7', 'https://v.vn/?v=x'])
      expect([url, isExactUrl(url)]).toEqual([url, true]);
  });
  test('is no host, no pattern and nothing else than a link', () => {
    for (const url of [
      'https://mang.vn',
      'https://mang.vn/',
      'https://mang.vn/*',
      'mang.vn/bai',
      'javascript:alert(1)',
      'https://a:b@mang.vn/1',
      '',
      'https://mang.vn/a b',
    ])
      expect([url, isExactUrl(url)]).toEqual([url, false]);
  });
});
