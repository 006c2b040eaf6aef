import { readTable } from '../table.js';
import { fill } from './blanks.js';

interface Words {
  digits: string[];
  after_tens: Record<'one' | 'four' | 'five', string>;
  [word: string]: unknown;
}
type Word =
  | 'ten'
  | 'tens'
  | 'hundred'
  | 'thousand'
  | 'million'
  | 'billion'
  | 'no_tens'
  | 'money'
  | 'day'
  | 'month'
  | 'year'
  | 'moment'
  | 'span';
const WORDS = [
  'ten',
  'tens',
  'hundred',
  'thousand',
  'million',
  'billion',
  'no_tens',
  'money',
  'day',
  'month',
  'year',
  'moment',
  'span',
] as const;

/** `config/spelled-out.yaml`, checked. */
const words = readTable<Words & Record<Word, string>>('spelled-out.yaml', (t) => [
  ...WORDS.filter((key) => typeof t[key] !== 'string').map((key) => ({ path: [key], says: `${key} must be a text` })),
  ...(t.digits?.length === 10 ? [] : [{ path: ['digits'], says: 'there are ten digits' }]),
]);

const BILLION = 1_000_000_000;
const SCALES = [
  [1_000_000, words.million],
  [1_000, words.thousand],
  [1, ''],
] as const;

/** 7500000 as "bảy triệu năm trăm nghìn". */
export function numberInWords(n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is no whole number that can be spelled out`);
  return n === 0 ? words.digits[0] : spell(n, false).join(' ');
}

/** What follows a larger part names its hundreds and tens even where they are none, so that no place is lost. */
function spell(n: number, follows: boolean): string[] {
  if (n >= BILLION) return [...spell(Math.floor(n / BILLION), follows), words.billion, ...spell(n % BILLION, true)];
  return SCALES.flatMap(([scale, name]) => {
    const three = Math.floor(n / scale) % 1_000;
    if (three === 0) return [];
    const spelled = [...hundreds(three, follows), ...(name ? [name] : [])];
    follows = true;
    return spelled;
  });
}
function hundreds(n: number, follows: boolean): string[] {
  const hundred = Math.floor(n / 100);
  return hundred > 0 || follows ? [words.digits[hundred], words.hundred, ...tens(n % 100, true)] : tens(n, false);
}
function tens(n: number, follows: boolean): string[] {
  const [ten, unit] = [Math.floor(n / 10), n % 10];
  if (ten === 0) return unit === 0 ? [] : follows ? [words.no_tens, words.digits[unit]] : [words.digits[unit]];
  if (ten === 1) return [words.ten, ...(unit === 0 ? [] : [unit === 5 ? words.after_tens.five : words.digits[unit]])];
  const after: Record<number, string> = { 1: words.after_tens.one, 4: words.after_tens.four, 5: words.after_tens.five };
  return [words.digits[ten], words.tens, ...(unit === 0 ? [] : [after[unit] ?? words.digits[unit]])];
}

/** 7500000 as "Bảy triệu năm trăm nghìn đồng". */
export function amountInWords(amount: number): string {
  const spelled = fill(words.money, { amount: numberInWords(amount) });
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
/** 7500000 as "7.500.000 đồng". */
export const amountInDigits = (amount: number): string => fill(words.money, { amount: inGroups(amount) });
const inGroups = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

/** A count as documents write it: two digits below ten. */
export const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** "ngày 05 tháng 3 năm 2026"; a month or a year alone where no more is known. */
export function dayInWords(day: string): string {
  const [year, month, date] = partsOf(day);
  return fill(date ? words.day : month ? words.month : words.year, { year, month, day: date });
}
/** "05/3/2026", "3/2026", "2026". */
export const dayInDigits = (day: string): string => partsOf(day).reverse().join('/');

/** Days below ten bear a nought, and of the months January and February only. */
function partsOf(day: string): string[] {
  const [year, month, ...date] = day.split('-');
  return month ? [year, Number(month) < 3 ? month : String(Number(month)), ...date] : [year];
}

/** "14 giờ 05 phút, ngày 05 tháng 3 năm 2026", on the office's clock. */
export function momentInWords(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' }).formatToParts(at);
  const part = (type: string) => parts.find((p) => p.type === type)!.value;
  const day = dayInWords(`${part('year')}-${part('month')}-${part('day')}`);
  return fill(words.moment, { hour: part('hour'), minute: part('minute'), day });
}

/** A moment, a day as far as it is known, or two such days with a slash between them. */
export function whenInWords(when: string, timeZone: string): string {
  const [from, to] = when.split('/');
  if (to) return fill(words.span, { from: dayInWords(from), to: dayInWords(to) });
  return when.includes('T') ? momentInWords(new Date(when), timeZone) : dayInWords(when);
}
