import { describe, expect, test } from '@jest/globals';
import { noneLeft } from './none-left.js';

const held = (id: string) => ({ exact: true, stands: true, asked: { id, reference: `2026-000001/YCG-${id}` } });
const free = { exact: true, stands: true, asked: null };

describe('why a new request can choose no link', () => {
  test('is not asked where one can be chosen, or where there is none', () => {
    expect(noneLeft([held('1'), free])).toBeNull();
    expect(noneLeft([])).toBeNull();
  });
  test('is each request that holds them, once', () => {
    expect(noneLeft([held('1'), held('2'), held('1')])).toEqual({ heldBy: [held('1').asked, held('2').asked] });
  });
  test('is said by each link where no request holds all of them', () => {
    expect(noneLeft([held('1'), { ...free, exact: false }])).toEqual({ heldBy: [] });
    expect(noneLeft([{ ...free, stands: false }])).toEqual({ heldBy: [] });
  });
});
