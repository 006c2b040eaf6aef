import { describe, expect, test } from '@jest/globals';
import { readReceiptCode, receiptCode } from './receipt-code.js';

describe('a receipt code', () => {
  const code = receiptCode('bí mật', 'report 1');
  test('is the same for the same report and another for every other report and secret', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(receiptCode('bí mật', 'report 1')).toBe(code);
    expect(new Set([code, receiptCode('bí mật', 'report 2'), receiptCode('khác', 'report 1')]).size).toBe(3);
  });
  test('is read in any case and with any separators, and letters that look like digits are digits', () => {
    expect(readReceiptCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
    expect(readReceiptCode('OI1L-0000-0000-0000')).toBe('0111-0000-0000-0000');
    expect([readReceiptCode('abc'), readReceiptCode(''), readReceiptCode('U'.repeat(16)), readReceiptCode('0'.repeat(10_000))]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
