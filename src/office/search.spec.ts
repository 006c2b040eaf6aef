import { describe, expect, test } from '@jest/globals';
import { anywhere, asked } from './search.js';

describe('the box for everything', () => {
  test('knows a link, with and without its scheme', () => {
    for (const link of ['https://mang.example/bai/1', 'HTTP://mang.example', 'mang.example/bai/1', 'tin-tức.vn/'])
      expect(asked(` ${link} `)).toEqual({ link, number: null, phrase: null });
  });
  test('knows a case number, whole or its last digits', () => {
    expect(asked('2026-000123')).toEqual({ link: null, number: '2026-000123', phrase: null });
    expect(asked('123')).toEqual({ link: null, number: '123', phrase: '123' });
    expect(asked('2026-').number).toBeNull();
  });
  test('takes the rest for a phrase, unless it is too short to find anything by', () => {
    expect(asked('nước  muối').phrase).toBe('nước muối');
    expect(asked('nư').phrase).toBeNull();
    expect(asked('3.000 đồng').link).toBeNull();
  });
  test('looks for a phrase as it stands: no sign in it means anything', () => {
    expect(anywhere('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});
