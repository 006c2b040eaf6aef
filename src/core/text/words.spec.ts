import { describe, expect, test } from '@jest/globals';
import { wholeWords, wordsOf, wordsTyped } from './words.js';

describe('the words of a phrase', () => {
  test('are whole, but for a last one that may be only begun', () => {
    expect(wordsOf('chợ bến th')).toEqual({ whole: 'chợ bến', begun: 'th' });
    expect(wordsOf('!!! ???')).toEqual({ whole: null, begun: null });
  });
  test('that narrow a list stand apart where a hyphen joins them, however they were typed', () => {
    for (const typed of [' vắc-xin', 'vắc   xin', 'vắc-xin'.normalize('NFD')])
      expect(wordsTyped(typed)).toEqual({ whole: 'vắc', begun: 'xin' });
    expect(wholeWords('Vắc-xin  mới ')).toEqual({ whole: 'Vắc xin mới', begun: null });
    expect(wordsTyped('covid-19')).toEqual({ whole: 'covid-19', begun: null });
  });
});
