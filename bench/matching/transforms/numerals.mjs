// Numbers written out and read back, Vietnamese and English.
const DIGITS = {
  vi: 'không một hai ba bốn năm sáu bảy tám chín'.split(' '),
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
};
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = {
  vi: [
    [1e9, 'tỷ'],
    [1e6, 'triệu'],
    [1e3, 'nghìn'],
  ],
  en: [
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
  ],
};

const onesVi = (tens, ones) =>
  ones === 5 && tens > 0 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : ones === 4 && tens > 1 ? 'tư' : DIGITS.vi[ones];
function tripleVi(value, full) {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const out = hundreds > 0 || full ? [DIGITS.vi[hundreds], 'trăm'] : [];
  if (tens === 0 && ones > 0 && out.length > 0) out.push('linh');
  if (tens === 1) out.push('mười');
  if (tens > 1) out.push(DIGITS.vi[tens], 'mươi');
  if (ones > 0) out.push(onesVi(tens, ones));
  return out.join(' ');
}
function tripleEn(value) {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const low = rest < 20 ? (rest ? DIGITS.en[rest] : '') : TENS[Math.floor(rest / 10)] + (rest % 10 ? `-${DIGITS.en[rest % 10]}` : '');
  return [hundreds ? `${DIGITS.en[hundreds]} hundred` : '', low].filter(Boolean).join(' and ');
}
/** Whole numbers below a thousand thousand million. */
export function spelled(value, lang) {
  if (value === 0) return DIGITS[lang][0];
  const triple = lang === 'vi' ? tripleVi : tripleEn;
  const out = [];
  let rest = value;
  for (const [size, name] of SCALES[lang]) {
    if (rest >= size) out.push(triple(Math.floor(rest / size), out.length > 0), name);
    rest %= size;
  }
  if (rest > 0) out.push(triple(rest, out.length > 0));
  return out.join(' ');
}

const row = (names, from = 0) => names.map((name, at) => [name, at + from]);
const ONES = new Map([
  ...row(DIGITS.vi),
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
  ['nhăm', 5],
  ['bẩy', 7],
  ['mười', 10],
  ...row(DIGITS.en),
  ...TENS.slice(2).map((name, at) => [name, (at + 2) * 10]),
]);
const TIMES = new Map([
  ['mươi', 10],
  ['trăm', 100],
  ['hundred', 100],
]);
const BLOCKS = new Map([
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['triệu', 1e6],
  ['tỷ', 1e9],
  ['tỉ', 1e9],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);
const FILL = ['linh', 'lẻ', 'and'];
/** Reads a run of number words; `undefined` for one without a scale, since “ba” and “năm” alone are other words too. */
export function readWords(text) {
  const words = text.toLowerCase().split(/[\s-]+/u);
  if (!words.some((word) => TIMES.has(word) || BLOCKS.has(word) || ONES.get(word) >= 10)) return undefined;
  let [sum, triple, one] = [0, 0, 0];
  for (const word of words) {
    if (ONES.has(word)) [triple, one] = [triple + one, ONES.get(word)];
    else if (TIMES.has(word)) [triple, one] = [triple + one * TIMES.get(word), 0];
    else if (BLOCKS.has(word)) [sum, triple, one] = [sum + (triple + one) * BLOCKS.get(word), 0, 0];
  }
  return sum + triple + one;
}
const first = [...ONES.keys()].filter((word) => word !== 'không' && word !== 'zero').join('|');
const any = [...ONES.keys(), ...TIMES.keys(), ...BLOCKS.keys(), ...FILL].join('|');
const last = [...ONES.keys(), ...TIMES.keys(), ...BLOCKS.keys()].join('|');
/** Runs of number words, from a digit on. */
export const WORDS = new RegExp(`(?<![\\p{L}\\p{M}])(?:${first})(?:[\\s-]+(?:${any}))*(?:[\\s-]+(?:${last}))(?![\\p{L}\\p{M}])`, 'giu');
