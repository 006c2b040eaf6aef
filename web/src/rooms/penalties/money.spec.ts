import { expect, test } from '@jest/globals';
import { dong, range, tellStep } from './money.js';

test('money stands with its digits in groups, in the way of each language', () => {
  expect(dong(7_500_000, 'vi')).toBe('7.500.000\u00a0₫');
  expect(dong(7_500_000, 'en')).toBe('7,500,000\u00a0₫');
  expect(range({ min: 5_000_000, max: 10_000_000 }, 'vi')).toBe('5.000.000\u00a0₫ – 10.000.000\u00a0₫');
});
test('a step tells amounts as money, numbers as they are, and an empty list as a dash', () => {
  const label = '1/{divisor}: ({min} + {max}) : 2 = {amount}; {mitigating}; {aggravating}';
  const values = { divisor: 2, min: 5_000_000, max: 10_000_000, amount: 7_500_000, mitigating: ['1', '2'], aggravating: [] };
  expect(tellStep({ step: 'midpoint', values }, label, 'vi')).toBe(
    '1/2: (5.000.000\u00a0₫ + 10.000.000\u00a0₫) : 2 = 7.500.000\u00a0₫; 1, 2; –',
  );
});
