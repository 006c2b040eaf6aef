import { describe, expect, test } from '@jest/globals';
import { cameFrom, wayBack } from './way-back.js';

describe('the way back', () => {
  test('leads to where somebody came from, with what its address says', () => {
    const from = { pathname: '/penalties/1', search: '?tab=a', hash: '#complaints' };
    expect(wayBack(cameFrom(from))).toBe('/penalties/1?tab=a#complaints');
  });
  test.each([null, undefined, {}, { from: 3 }, { from: '' }, { from: 'https://elsewhere.example' }, { from: '//elsewhere.example' }])(
    'is none from %j',
    (state) => expect(wayBack(state)).toBeNull(),
  );
  test.each(['/\\elsewhere.example', 'javascript:alert(1)', '/\t/elsewhere.example', '/ /elsewhere'])('never leads out by %j', (from) =>
    expect(wayBack({ from })).toBeNull(),
  );
});
