// Claims and posts that nobody wrote: words as often as in real texts (Zipf), of two languages, the same at every run.

const ONSETS = ['b', 'c', 'ch', 'd', 'đ', 'g', 'h', 'kh', 'l', 'm', 'n', 'ng', 'nh', 'ph', 'qu', 'r', 's', 't', 'th', 'tr', 'v', 'x', ''];
const RIMES =
  'a an ang anh ao at ay ăn ăng âm ân âu ây em en eo ê ên ênh i ia iên iêng iết in inh o oa oan oi on ong ô ôi ôn ông ơ ơi ơn u ua uân ui ung uôc uông ư ưa ưng ươi ương ươc y'.split(
    ' ',
  );
const TONES = ['', '', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const VOWEL = /[aăâeêioôơuưy](?!.*[aăâeêioôơuưy])/;
const PARTS = 'ber con der fal gra hol in jor ka lin mor na or pre ri sta ter un vor wen'.split(' ');

/** The same numbers at every run (a linear congruential generator). */
function seeded(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Words of a language, the commonest first. */
function lexicon(size, random, word) {
  const words = new Set();
  while (words.size < size) words.add(word(random));
  return [...words];
}
const pick = (list, random) => list[Math.floor(random() * list.length)];
const syllable = (random) =>
  (pick(ONSETS, random) + pick(RIMES, random).replace(VOWEL, (vowel) => vowel + pick(TONES, random))).normalize('NFC');
const english = (random) => Array.from({ length: 1 + Math.ceil(random() * 3) }, () => pick(PARTS, random)).join('');

/** `draw()` gives a word; the word of rank r comes about 1/r as often as the first. */
function drawer(words, random, shift) {
  const ends = new Float64Array(words.length);
  let sum = 0;
  for (let r = 0; r < words.length; r++) ends[r] = sum += 1 / (r + 1 + shift);
  return () => {
    const sought = random() * sum;
    let low = 0;
    for (let high = words.length - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (ends[middle] < sought) low = middle + 1;
      else high = middle;
    }
    return words[low];
  };
}

/** Seven of ten texts are Vietnamese: syllables, with a number here and a foreign name there. */
export function writer(seed) {
  const random = seeded(seed);
  const syllables = drawer(lexicon(5_000, random, syllable), random, 5);
  const words = drawer(lexicon(60_000, random, english), random, 3);
  const vietnamese = () => {
    const chance = random();
    return chance < 0.04 ? String(Math.floor(random() * 3000)) : chance < 0.1 ? pascal(words()) : syllables();
  };
  const other = () => (random() < 0.04 ? String(Math.floor(random() * 3000)) : words());
  const line = (draw, least, most) => Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, draw);
  const uuid = () =>
    Array.from({ length: 32 }, (_, i) => (i % 4 === 0 && i > 4 && i < 24 ? '-' : '') + Math.floor(random() * 16).toString(16)).join('');
  return {
    claim: () => line(random() < 0.7 ? vietnamese : other, 10, 25).join(' '),
    id: uuid,
    /** says the claim again, less a third of its words, among others of its language */
    post(claim) {
      const draw = /[\u0080-\uffff]/.test(claim) ? vietnamese : other;
      const said = claim.split(' ').filter(() => random() < 0.67);
      return [...line(draw, 0, 20), ...said, ...line(draw, 0, 20)].join(' ');
    },
  };
}
const pascal = (word) => word[0].toUpperCase() + word.slice(1);
