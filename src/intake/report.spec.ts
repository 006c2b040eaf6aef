import { describe, expect, test } from '@jest/globals';
import { foldText, kindOf, linkOf, noteOf } from './report.js';

const picture = { bytes: Buffer.from('x'), mediaType: 'image/png', pixels: 1 };

describe('a report', () => {
  test('is about the link when there is one, else the picture, else the text', () => {
    expect(kindOf({ url: 'https://a.vn/1', text: 'x', picture })).toBe('link');
    expect(kindOf({ text: 'x', picture })).toBe('picture');
    expect(kindOf({ text: 'x' })).toBe('text');
    expect([kindOf({}), kindOf({ url: '  ', text: ' \n' })]).toEqual([null, null]);
  });
  test('whose text is nothing but a link is about that link', () => {
    expect(linkOf({ text: ' https://a.vn/1 ' })).toBe('https://a.vn/1');
    expect(linkOf({ text: 'xem https://a.vn/1' })).toBeNull();
  });
  test('whose link was shared along with words is about that link, and keeps the words', () => {
    const url = ' Xem bài này nè https://a.vn/p/1?x=2, ghê quá ';
    expect([kindOf({ url }), linkOf({ url }), noteOf({ url })]).toEqual(['link', 'https://a.vn/p/1?x=2', url.trim()]);
    expect(linkOf({ url: 'https://a.vn/1 hay https://a.vn/2' })).toBe('https://a.vn/1 hay https://a.vn/2');
    expect([linkOf({ url: 'a.vn/1' }), noteOf({ url: 'https://a.vn/1' })]).toEqual(['a.vn/1', null]);
  });
  test('keeps what was written besides the link as a note', () => {
    expect(noteOf({ url: 'https://a.vn/1', text: 'tin giả', note: 'của hàng xóm' })).toBe('của hàng xóm\ntin giả');
    expect(noteOf({ text: 'chỉ có chữ', note: '' })).toBeNull();
    expect(noteOf({ text: 'https://a.vn/1' })).toBeNull();
  });
  test('with the same words in another spelling of the same letters is the same text', () => {
    expect(foldText(' Nước\n  muối '.normalize('NFD'))).toBe('Nước muối'.normalize('NFC'));
  });
});
