// One number in its many forms.
import { oneOf } from './tools.mjs';
import { readWords, spelled, WORDS } from './numerals.mjs';

const langOf = (text) => (/[đ\u0300-\u0309\u031b\u0323]/iu.test(text.normalize('NFD')) ? 'vi' : 'en');
const UNITS = {
  k: 1e3,
  nghìn: 1e3,
  ngàn: 1e3,
  thousand: 1e3,
  tr: 1e6,
  triệu: 1e6,
  m: 1e6,
  million: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
  bn: 1e9,
  billion: 1e9,
};
/** Whole numbers that stand free, with the scale that follows; no dates, times, versions or shares with a comma. */
const NUMBER =
  /(?<![\p{L}\p{M}\d/:.,-])(\d{1,3}(?:[.,]\d{3})+|\d+)(?:\s?(k|nghìn|ngàn|thousand|tr|triệu|m|million|tỷ|tỉ|bn|billion))?(?![\p{L}\p{M}\d/:]|[.,-]\d)/giu;
const onNumbers = (change) => (text, random) =>
  text.replace(NUMBER, (found, digits, unit) => {
    const value = Number(digits.replace(/[.,]/g, '')) * (UNITS[unit?.toLowerCase()] ?? 1);
    return change({ found, value, lang: langOf(text), random }) ?? found;
  });
const grouped = (value, sign) => String(value).replace(/\B(?=(?:\d{3})+$)/g, sign);
const house = (lang) => (lang === 'vi' ? '.' : ',');

const SHORT = {
  vi: [
    [1e9, 'tỷ'],
    [1e6, 'tr'],
    [1e3, 'k'],
  ],
  en: [
    [1e9, 'bn'],
    [1e6, 'm'],
    [1e3, 'k'],
  ],
};
const SCALES = {
  vi: [
    [1e9, [' tỷ', ' tỉ']],
    [1e6, [' triệu']],
    [1e3, [' nghìn', ' ngàn']],
  ],
  en: [
    [1e9, [' billion']],
    [1e6, [' million']],
    [1e3, [' thousand']],
  ],
};
/** Only what comes out even with at most one place: 12,000 and 1,500,000, not 12,345. */
function scaled(value, steps, lang, random) {
  const step = steps.find(([size]) => value >= size && (value * 10) % size === 0);
  return step && String(value / step[0]).replace('.', lang === 'vi' ? ',' : '.') + oneOf([step[1]].flat(), random);
}
const rough = { vi: ['cỡ ', 'tầm ', 'khoảng '], en: ['like ', 'around ', 'about '] };

export const numbers = [
  { name: 'numbers-plain', why: '12.000 as 12000', apply: onNumbers(({ value }) => String(value)) },
  {
    name: 'numbers-other-signs',
    why: '12.000 as 12,000, 12 000 or 12\u2019000',
    apply: onNumbers(({ value, lang, random }) => grouped(value, oneOf([lang === 'vi' ? ',' : '.', ' ', '’'], random))),
  },
  {
    name: 'numbers-short',
    why: '12.000 as 12k, 5 triệu as 5tr',
    apply: onNumbers(({ value, lang, random }) => scaled(value, SHORT[lang], lang, random)),
  },
  {
    name: 'numbers-with-scale',
    why: '12.000 as 12 nghìn or 12 ngàn',
    apply: onNumbers(({ value, lang, random }) => scaled(value, SCALES[lang], lang, random)),
  },
  { name: 'numbers-in-digits', why: '12 nghìn and 12k as 12.000', apply: onNumbers(({ value, lang }) => grouped(value, house(lang))) },
  {
    name: 'numbers-in-words',
    why: '12.000 as mười hai nghìn',
    apply: onNumbers(({ value, lang }) => (value < 1e12 ? spelled(value, lang) : undefined)),
  },
  {
    name: 'numbers-from-words',
    why: 'mười hai nghìn as 12.000',
    apply: (text) =>
      text.replace(WORDS, (found) => {
        const value = readWords(found);
        return value === undefined ? found : grouped(value, house(langOf(text)));
      }),
  },
  {
    name: 'numbers-roughened',
    why: '“cỡ 12.000”: the same number, told as a guess',
    apply: onNumbers(({ found, lang, random }) => oneOf(rough[lang], random) + found),
  },
];
