import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountInDigits, amountInWords, dayInDigits, dayInWords, momentInWords, numberInWords } from './spell-out.js';

/** Reads words back, by other means than they were written: a sum that each word changes. */
function readBack(text: string): number {
  const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const also: Record<string, number> = { mốt: 1, tư: 4, lăm: 5, mười: 10, linh: 0 };
  let [billions, whole, three, last] = [0, 0, 0, 0];
  for (const word of text.split(' ')) {
    if (word === 'mươi') [three, last] = [three + last * 10, 0];
    else if (word === 'trăm') [three, last] = [three + last * 100, 0];
    else if (word === 'nghìn' || word === 'triệu') [whole, three, last] = [whole + (three + last) * (word === 'nghìn' ? 1e3 : 1e6), 0, 0];
    else if (word === 'tỷ') [billions, whole, three, last] = [billions + (whole + three + last) * 1e9, 0, 0, 0];
    else {
      three += last;
      last = digits.includes(word) ? digits.indexOf(word) : also[word];
    }
  }
  return billions + whole + three + last;
}

describe('a sum in words', () => {
  test.each([
    [0, 'Không đồng'],
    [1, 'Một đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [11, 'Mười một đồng'],
    [14, 'Mười bốn đồng'],
    [15, 'Mười lăm đồng'],
    [20, 'Hai mươi đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [25, 'Hai mươi lăm đồng'],
    [55, 'Năm mươi lăm đồng'],
    [100, 'Một trăm đồng'],
    [101, 'Một trăm linh một đồng'],
    [104, 'Một trăm linh bốn đồng'],
    [105, 'Một trăm linh năm đồng'],
    [115, 'Một trăm mười lăm đồng'],
    [1_000, 'Một nghìn đồng'],
    [1_005, 'Một nghìn không trăm linh năm đồng'],
    [1_050, 'Một nghìn không trăm năm mươi đồng'],
    [10_010, 'Mười nghìn không trăm mười đồng'],
    [75_000, 'Bảy mươi lăm nghìn đồng'],
    [250_000, 'Hai trăm năm mươi nghìn đồng'],
    [1_000_000, 'Một triệu đồng'],
    [1_000_005, 'Một triệu không trăm linh năm đồng'],
    [6_250_000, 'Sáu triệu hai trăm năm mươi nghìn đồng'],
    [7_500_000, 'Bảy triệu năm trăm nghìn đồng'],
    [12_500_000, 'Mười hai triệu năm trăm nghìn đồng'],
    [21_004_000, 'Hai mươi mốt triệu không trăm linh bốn nghìn đồng'],
    [671_000_000, 'Sáu trăm bảy mươi mốt triệu đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
    [1_000_000_005, 'Một tỷ không trăm linh năm đồng'],
    [1_005_000_000, 'Một tỷ không trăm linh năm triệu đồng'],
    [2_500_021_000, 'Hai tỷ năm trăm triệu không trăm hai mươi mốt nghìn đồng'],
    [1_000_000_000_000, 'Một nghìn tỷ đồng'],
    [1_234_000_000_001, 'Một nghìn hai trăm ba mươi tư tỷ không trăm linh một đồng'],
  ])('%d is "%s"', (amount, words) => {
    expect(amountInWords(amount)).toBe(words);
  });
  test('means one sum and no other: every sum is read back from its words', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.maxSafeNat(),
          fc.nat(2_000_000),
          fc.nat(1_000).map((n) => n * 1_000_000),
        ),
        (n) => {
          expect(readBack(numberInWords(n))).toBe(n);
        },
      ),
      { numRuns: 3_000 },
    );
  });
  test('that is no whole number of dong is refused', () => {
    for (const wrong of [-1, 0.5, NaN, Infinity, 2 ** 53]) expect(() => amountInWords(wrong)).toThrow(RangeError);
  });
  test('stands in digits in groups of three', () => {
    expect([0, 500, 75_000, 7_500_000, 1_000_000_000].map(amountInDigits)).toEqual([
      '0 đồng',
      '500 đồng',
      '75.000 đồng',
      '7.500.000 đồng',
      '1.000.000.000 đồng',
    ]);
  });
});

describe('a date in words', () => {
  test('bears a nought before days below ten, and before January and February only', () => {
    expect(['2026-03-05', '2026-02-28', '2026-01-01', '2026-12-09', '2026-10-31'].map(dayInWords)).toEqual([
      'ngày 05 tháng 3 năm 2026',
      'ngày 28 tháng 02 năm 2026',
      'ngày 01 tháng 01 năm 2026',
      'ngày 09 tháng 12 năm 2026',
      'ngày 31 tháng 10 năm 2026',
    ]);
  });
  test('says no more than is known', () => {
    expect([dayInWords('1991'), dayInWords('1991-04')]).toEqual(['năm 1991', 'tháng 4 năm 1991']);
  });
  test('stands in digits by the same rule', () => {
    expect(['2026-03-05', '2026-02-28', '1991-12', '1991'].map(dayInDigits)).toEqual(['05/3/2026', '28/02/2026', '12/1991', '1991']);
  });
  test('of a moment is that of the office’s clock', () => {
    expect(momentInWords(new Date('2026-06-30T23:05:00Z'), 'Asia/Ho_Chi_Minh')).toBe('06 giờ 05 phút, ngày 01 tháng 7 năm 2026');
    expect(momentInWords(new Date('2026-06-30T17:00:00Z'), 'Asia/Ho_Chi_Minh')).toBe('00 giờ 00 phút, ngày 01 tháng 7 năm 2026');
  });
});
