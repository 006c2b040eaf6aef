import { describe, expect, test } from '@jest/globals';
import { anywhere, asked, beginning } from './asked.js';

describe('the box for everything', () => {
  test('knows a link, with and without its scheme', () => {
    for (const link of ['https://mang.example/bai/1', 'HTTP://mang.example', 'mang.example/bai/1', 'tin-tức.vn/'])
      expect(asked(` ${link} `)).toMatchObject({ link, number: null, phrase: null, handle: null, author: null });
  });
  test('knows a case number, whole or its last digits', () => {
    expect(asked('2026-000123')).toMatchObject({ link: null, number: '2026-000123', phrase: null });
    expect(asked('123')).toMatchObject({ link: null, number: '123', phrase: '123' });
    expect(asked('2026-').number).toBeNull();
  });
  test('takes the rest for a phrase, unless it is too short to find anything by', () => {
    expect(asked('nước  muối').phrase).toBe('nước muối');
    expect(asked('nư').phrase).toBeNull();
    expect(asked('3.000 đồng').link).toBeNull();
  });
  test('takes what begins with @ for a handle, and one word for a handle or a name', () => {
    expect(asked('@chi.bay')).toMatchObject({ handle: 'chi.bay', author: null, phrase: '@chi.bay' });
    expect(asked('@an')).toMatchObject({ handle: 'an', phrase: '@an' });
    expect(asked('mebong.2020')).toMatchObject({ link: null, handle: 'mebong.2020', author: 'mebong 2020' });
    expect(asked('@ba')).toMatchObject({ handle: 'ba' });
    expect([asked('an').handle, asked('@').handle]).toEqual([null, null]);
  });
  test('knows a reference, whole or begun, a hash by its first eight signs, and the number of an entry in the log', () => {
    for (const reference of ['2026-000123/YCG-1', '12/QĐ-XPHC', '2026-000123/', '2026-000123'])
      expect(asked(reference).reference).toBe(reference);
    expect(asked('12')).toMatchObject({ number: '12', reference: '12/', seq: '12' });
    expect(asked('3 triệu/hộ').reference).toBeNull();
    expect([asked('ABCDEF01').hash, asked('abcdef0').hash, asked('a'.repeat(65)).hash]).toEqual(['abcdef01', null, null]);
    expect([asked('#7').seq, asked('123456789012345').seq, asked('#x').seq]).toEqual(['7', '123456789012345', null]);
    expect(asked('https://mang.example/12/')).toMatchObject({ reference: null, seq: null, hash: null });
  });
  test('asks the index for the words of a phrase, of which the last may be only begun', () => {
    expect(asked('chợ bến th').words).toEqual({ whole: 'chợ bến', begun: 'th' });
    expect(asked('(chợ bến),').words).toEqual({ whole: '(chợ bến),', begun: null });
    expect(asked('covid-19 100%').words).toEqual({ whole: 'covid-19 100%', begun: null });
    expect(asked('000123').words).toEqual({ whole: null, begun: '000123' });
    expect(asked('!!! ???').words).toEqual({ whole: null, begun: null });
  });
  test('takes several words for a name, whatever stands between them', () => {
    expect(asked(' Nguyễn  Văn\tAn ')).toMatchObject({ handle: null, author: 'Nguyễn Văn An' });
    expect(asked('@Chị Bảy Chợ Mới')).toMatchObject({ handle: null, author: 'Chị Bảy Chợ Mới' });
    expect(asked('BS. Hạnh & (Nhi) | !x:*')).toMatchObject({ author: 'BS Hạnh Nhi x' });
    expect([asked('!!! ???').author, asked('2026-000123').author]).toEqual([null, null]);
  });
  test('looks for a phrase as it stands: no sign in it means anything', () => {
    expect(anywhere('100%_\\')).toBe('%100\\%\\_\\\\%');
    expect(beginning('chi_bay')).toBe('chi\\_bay%');
  });
});
