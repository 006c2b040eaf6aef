import type { Text } from '../table-faults.js';
import type { Step } from './fine.js';

const LOCALE = { vi: 'vi-VN', en: 'en-GB' } as const;
const NONE = '–';
const AMOUNTS = ['min', 'max', 'amount', 'adult'];

/** Dong with its digits in groups; there is no smaller coin. */
export const dong = (amount: number, language: keyof Text): string => `${amount.toLocaleString(LOCALE[language])} đ`;

/** A step of the sum in words: the text of its key with the values in its braces. */
export function tellStep({ values }: Step, label: Text, language: keyof Text): string {
  return label[language].replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = values[name];
    if (value === undefined) return blank;
    if (Array.isArray(value)) return value.join(', ') || NONE;
    return typeof value === 'number' && AMOUNTS.includes(name) ? dong(value, language) : String(value);
  });
}
