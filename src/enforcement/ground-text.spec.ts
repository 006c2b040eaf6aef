import { describe, expect, test } from '@jest/globals';
import { groundText, type Reason } from './ground-text.js';

const salt: Reason = { claimVersionId: 'salt', says: 'Nước muối không chữa được bệnh.' };
const money: Reason = { claimVersionId: 'money', says: 'Không có khoản hỗ trợ nào.' };

describe('the text that says why links are false', () => {
  test('says what each claim says, once', () =>
    expect(groundText([salt, money, salt], ' ', { text: '', reasons: [] })).toBe(`${salt.says} ${money.says}`));
  test('follows the links while nobody wrote it by hand', () => {
    expect(groundText([salt, money], ' ', { text: salt.says, reasons: [salt] })).toBe(`${salt.says} ${money.says}`);
    expect(groundText([money], ' ', { text: `${salt.says} ${money.says}`, reasons: [salt, money] })).toBe(money.says);
    expect(groundText([salt], ' ', { text: '', reasons: [salt] })).toBe(salt.says);
  });
  test('keeps what a person wrote and goes on with what is known of a further link', () =>
    expect(groundText([salt, money], ' ', { text: 'Bộ Y tế đã bác bỏ.', reasons: [salt] })).toBe(`Bộ Y tế đã bác bỏ. ${money.says}`));
  test('keeps what a person wrote as it is when no link rests on another claim', () =>
    expect(groundText([salt, salt], ' ', { text: 'Bộ Y tế đã bác bỏ.', reasons: [salt] })).toBe('Bộ Y tế đã bác bỏ.'));
  test('does not say twice what a person took over from the claim', () =>
    expect(groundText([salt, money], ' ', { text: `Bác bỏ: ${money.says}`, reasons: [salt] })).toBe(`Bác bỏ: ${money.says}`));
});
