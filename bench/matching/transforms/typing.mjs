// Vietnamese as keyboards, settings and haste leave it.
import {
  apart,
  isLetter,
  isMarked,
  isUpper,
  lettersOf,
  mapLetters,
  mapWords,
  oneOf,
  plain,
  some,
  someWords,
  together,
  TONE_MARKS,
  toneOf,
  withTone,
} from './tools.mjs';

const TELEX = { '\u0300': 'f', '\u0301': 's', '\u0303': 'x', '\u0309': 'r', '\u0323': 'j', '\u0306': 'w', '\u031b': 'w' };
const VNI = { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5', '\u0302': '6', '\u031b': '7', '\u0306': '8' };
const VIQR = { '\u0301': "'", '\u0300': '`', '\u0309': '?', '\u0303': '~', '\u0323': '.', '\u0302': '^', '\u031b': '+', '\u0306': '(' };

/** Letters as keys, each with what its tone key is; `place` says whether that stands at the letter or closes the word. */
function keyed(word, keysOf, toneKeys, place) {
  let last = '';
  const keys = lettersOf(word).map((letter) => {
    const { base, quality, tone } = apart(letter);
    const key = toneKeys[tone] ?? '';
    if (place === 'end') last ||= key;
    return keysOf(base, quality) + (place === 'end' ? '' : key);
  });
  const written = keys.join('') + last;
  return isUpper(word) && lettersOf(word).length > 1 ? written.toUpperCase() : written;
}
const telexLetter = (base, quality) =>
  base === 'đ' || base === 'Đ' ? (base === 'đ' ? 'dd' : 'DD') : base + (quality === '\u0302' ? base : (TELEX[quality] ?? ''));
/** Nobody types both w of ươ. */
const telex = (word, place) => keyed(word, telexLetter, TELEX, place).replace(/uwow/gi, (found) => (isUpper(found) ? 'UOW' : 'uow'));
const vniLetter = (base, quality) => (base === 'đ' ? 'd9' : base === 'Đ' ? 'D9' : base + (VNI[quality] ?? ''));
const vni = (word) => keyed(word, vniLetter, VNI).replace(/(u)7(o)7/gi, '$1$27');
const viqr = (word) => keyed(word, (base, quality) => (base === 'đ' ? 'dd' : base === 'Đ' ? 'DD' : base + (VIQR[quality] ?? '')), VIQR);
/** All digits after the letters: the tone last, as fast typists do. */
const vniAtEnd = (word) => {
  const digits = vni(word).replace(/\D/g, '');
  return mapLetters(word, plain) + [...digits].sort((a, b) => b - a).join('');
};
const marked = (word) => lettersOf(word).some(isMarked);
const onMarked = (change) => (word) => (marked(word) ? change(word) : word);

const OLD_NEW = { oa: 'oa', oe: 'oe', uy: 'uy' };
/** hòa ↔ hoà, thủy ↔ thuỷ: open syllables only, since a final consonant settles the place; qu is no vowel. */
function movedTone(word) {
  const letters = lettersOf(word);
  const [first, second] = letters.slice(-2);
  const pair = (plain(first ?? '') + plain(second ?? '')).toLowerCase();
  if (!(pair in OLD_NEW) || (pair === 'uy' && plain(letters.at(-3) ?? '').toLowerCase() === 'q')) return word;
  const [a, b] = [apart(first), apart(second)];
  if (!a.tone && !b.tone) return word;
  return letters.slice(0, -2).join('') + together({ ...a, tone: b.tone }) + together({ ...b, tone: a.tone });
}
const Y_OR_I = /^([hklmst])([iy])$/i;
function flippedY(word) {
  const letters = lettersOf(word);
  const last = letters.at(-1);
  if (!Y_OR_I.test(letters.map(plain).join(''))) return word;
  const { base, tone } = apart(last);
  const other = { i: 'y', y: 'i', I: 'Y', Y: 'I' }[base];
  return letters.slice(0, -1).join('') + together({ base: other, quality: '', tone });
}
const wrongTone = (random) => (word) =>
  withTone(
    word,
    oneOf(
      TONE_MARKS.filter((tone) => tone !== toneOf(word)),
      random,
    ),
  );
const HOI = '\u0309';
const NGA = '\u0303';

const vi = ['vi'];
export const typing = [
  { name: 'diacritics-none', langs: vi, why: 'typed without any Vietnamese input method', apply: (text) => mapLetters(text, plain) },
  {
    name: 'diacritics-half-lost',
    langs: vi,
    why: 'half the words typed in haste without marks',
    apply: (text, random) => someWords(text, 0.5, marked, random, (word) => mapLetters(word, plain)),
  },
  {
    name: 'diacritics-tones-lost',
    langs: vi,
    why: 'ă â ê ô ơ ư đ kept, tones dropped',
    apply: (text) => mapLetters(text, (letter) => together({ ...apart(letter), tone: '' })),
  },
  {
    name: 'diacritics-qualities-lost',
    langs: vi,
    why: 'tones kept on bare vowels, as cheap keyboards give them',
    apply: (text) => mapLetters(text, (letter) => together({ ...apart(letter), base: plain(letter), quality: '' })),
  },
  {
    name: 'diacritics-tones-wrong',
    langs: vi,
    why: 'wrong tone key struck in a third of the words',
    apply: (text, random) => someWords(text, 0.33, toneOf, random, wrongTone(random)),
  },
  {
    name: 'diacritics-hoi-nga',
    langs: vi,
    why: 'hỏi and ngã confused, the commonest spelling error south of Huế',
    apply: (text) =>
      mapLetters(text, (letter) =>
        [HOI, NGA].includes(apart(letter).tone) ? together({ ...apart(letter), tone: apart(letter).tone === HOI ? NGA : HOI }) : letter,
      ),
  },
  {
    name: 'telex-raw',
    langs: vi,
    why: 'Telex keys while the input method was off, tone at the end',
    apply: (text) =>
      mapWords(
        text,
        onMarked((word) => telex(word, 'end')),
      ),
  },
  {
    name: 'telex-raw-at-vowel',
    langs: vi,
    why: 'Telex with the tone key struck at its vowel',
    apply: (text) =>
      mapWords(
        text,
        onMarked((word) => telex(word, 'vowel')),
      ),
  },
  {
    name: 'telex-some-words',
    langs: vi,
    why: 'the input method fell out for some words',
    apply: (text, random) => someWords(text, 0.3, marked, random, (word) => telex(word, 'end')),
  },
  { name: 'vni-raw', langs: vi, why: 'VNI digits while the input method was off', apply: (text) => mapWords(text, onMarked(vni)) },
  { name: 'vni-raw-at-end', langs: vi, why: 'VNI digits all at the end of the word', apply: (text) => mapWords(text, onMarked(vniAtEnd)) },
  { name: 'viqr', langs: vi, why: 'marks as ASCII signs, as older people abroad write', apply: (text) => mapWords(text, onMarked(viqr)) },
  { name: 'tone-placement', langs: vi, why: 'hòa or hoà, thủy or thuỷ: both are taught', apply: (text) => mapWords(text, movedTone) },
  { name: 'i-or-y', langs: vi, why: 'kỹ or kĩ, bác sĩ or bác sỹ: both are printed', apply: (text) => mapWords(text, flippedY) },
  { name: 'decomposed', langs: vi, why: 'NFD, as files and some phones hand it over', apply: (text) => text.normalize('NFD') },
  {
    name: 'decomposed-in-part',
    langs: vi,
    why: 'pasted from two sources: composed and decomposed letters mixed',
    apply: (text, random) =>
      some(
        lettersOf(text),
        0.5,
        (letter) => letter.normalize('NFD') !== letter,
        random,
        (letter) => letter.normalize('NFD'),
      ).join(''),
  },
  {
    name: 'marks-spaced',
    langs: vi,
    why: 'marks as signs of their own after the letter, as broken copies of PDF files show them',
    apply: (text) =>
      mapLetters(text, (letter) =>
        isLetter(letter)
          ? letter
              .normalize('NFD')
              .replace(/\u0300/g, '`')
              .replace(/\u0301/g, '´')
              .replace(/\u0303/g, '˜')
              .replace(/\u0302/g, 'ˆ')
          : letter,
      ),
  },
];
