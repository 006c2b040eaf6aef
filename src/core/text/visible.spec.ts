import { describe, expect, test } from '@jest/globals';
import { isBlank, visibleCharacters, withoutUnseen } from './visible.js';

describe('what somebody can see of a text', () => {
  test.each([
    '',
    ' \n\t',
    '\u200b',
    '\u2800',
    '\u3164',
    '\u115f\u1160',
    '\uffa0',
    '\u034f',
    '\ufe0f',
    '\u{e0041}',
    '\u00ad',
    '\u00a0\u3000',
    '\ud800',
  ])('%j is blank', (text) => expect(isBlank(text)).toBe(true));
  test.each(['a', '.', '😀', 'ế', '\u200bx'])('%j is not', (text) => expect(isBlank(text)).toBe(false));
  test('a letter with its marks is one character, composed or not', () => {
    expect(visibleCharacters('Tế \u200bt'.normalize('NFD'))).toEqual(['T', 'ế', 't']);
  });
  test('white space stays where a text is only freed of what is unseen', () => {
    expect(withoutUnseen('a\u034fb \u3164\nc')).toBe('ab \nc');
  });
});
