import { describe, expect, test } from '@jest/globals';
import { blanksIn, fill } from '../core/documents/blanks.js';
import { isExactUrl, itemsText, templateFor } from './request-text.js';
import { templates } from './enforcement-table.js';

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
      { url: 'https://a.vn/1', author: null, quote: 'hai\ndòng', sealed_at: null, evidence: ['ab', 'cd'] },
      { url: 'https://a.vn/2', author: 'B', quote: null, sealed_at: null, evidence: [] },
    ]);
    expect(text).toContain('1. https://a.vn/1');
    expect(text).toContain('“hai dòng”');
    expect(text).toContain('ab, cd');
    expect(text.split('\n').filter((l) => l.includes('https://a.vn/2'))).toHaveLength(1);
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
