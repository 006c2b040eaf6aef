// What fingers do: typing errors, capitals, letters and signs repeated.
import { isUpper, lettersOf, mapLetters, oneOf, plain, some, someWords } from './tools.mjs';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Words only: a slip in a number makes it another number. */
const atLeast = (count) => (word) => /^[\p{L}\p{M}]+$/u.test(word) && lettersOf(word).length >= count;
const VOWEL = /^[aeiouy]$/i;
const without = (list, at) => list.filter((_, other) => other !== at);
const inner = (list, random) => 1 + Math.floor(random() * (list.length - 2));

/** A neighbour of the letter on its row; letters with marks fall back to the key that they were typed on. */
function besideKey(letter, random) {
  const key = plain(letter).toLowerCase();
  const row = ROWS.find((keys) => keys.includes(key));
  if (!row) return letter;
  const at = row.indexOf(key);
  const found = oneOf([row[at - 1], row[at + 1]].filter(Boolean), random);
  return isUpper(letter) ? found.toUpperCase() : found;
}
function swapNeighbours(word, random) {
  const letters = lettersOf(word);
  const open = letters.flatMap((letter, at) => (at + 1 < letters.length && letter !== letters[at + 1] ? [at] : []));
  if (open.length === 0) return word;
  const at = oneOf(open, random);
  [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
  return letters.join('');
}
const dropOne = (word, random) => {
  const letters = lettersOf(word);
  return without(letters, inner(letters, random)).join('');
};
const strikeTwice = (word, random) => {
  const letters = lettersOf(word);
  const at = inner(letters, random);
  return letters.toSpliced(at, 0, letters[at]).join('');
};
const hitBeside = (word, random) => {
  const letters = lettersOf(word);
  const at = inner(letters, random);
  return letters.with(at, besideKey(letters[at], random)).join('');
};
/** “bệnhhhh”: a cry lengthens the end of a word. */
const lengthened = (word, random) =>
  word +
  lettersOf(word)
    .at(-1)
    .repeat(1 + Math.floor(random() * 4));
const drawnOut = (word, random) =>
  mapLetters(word, (letter) => (VOWEL.test(plain(letter)) ? letter.repeat(2 + Math.floor(random() * 3)) : letter));
const noVowels = (word) => {
  const [first, ...rest] = lettersOf(word);
  return first + rest.filter((letter) => !VOWEL.test(plain(letter))).join('');
};
const vowelInside = (word) =>
  atLeast(3)(word) &&
  lettersOf(word)
    .slice(1)
    .some((letter) => VOWEL.test(plain(letter)));
const inWords = (share, eligible, change) => (text, random) => someWords(text, share, eligible, random, (word) => change(word, random));
const flipCase = (letter) => (isUpper(letter) ? letter.toLowerCase() : letter.toUpperCase());
const cased = (letter) => letter.toLowerCase() !== letter.toUpperCase();
const shouted = (text, random) =>
  text.replace(/[.!?…]+(?=\s|$)|$/gu, (found) =>
    found || !/[.!?…]$/u.test(text) ? oneOf(['!!!', '!!!!!!', '?!?!', '!!1!', '... ... !!!'], random) : found,
  );

export const writing = [
  { name: 'letters-swapped', why: 'neighbouring letters swapped in some words', apply: inWords(0.3, atLeast(3), swapNeighbours) },
  { name: 'letters-missing', why: 'a letter not struck in some words', apply: inWords(0.3, atLeast(3), dropOne) },
  { name: 'letters-doubled', why: 'a letter struck twice in some words', apply: inWords(0.3, atLeast(3), strikeTwice) },
  { name: 'keys-beside', why: 'the key beside in some words', apply: inWords(0.3, atLeast(3), hitBeside) },
  { name: 'ends-lengthened', why: '“dịchhh bệnhhh”: words cried out', apply: inWords(0.4, atLeast(2), lengthened) },
  { name: 'vowels-drawn-out', why: '“chếếết”: vowels cried out', apply: inWords(0.4, atLeast(2), drawnOut) },
  { name: 'vowels-left-out', why: '“vcn”: consonants alone in some words', apply: inWords(0.35, vowelInside, noVowels) },
  { name: 'capitals-all', why: 'shouted', apply: (text) => text.toUpperCase() },
  { name: 'capitals-none', why: 'a phone that sets none', apply: (text) => text.toLowerCase() },
  {
    name: 'capitals-per-word',
    why: 'as headlines are set',
    apply: (text) => text.replace(/(?<![\p{L}\p{M}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase()),
  },
  {
    name: 'capitals-random',
    why: 'mOcKiNg, or a broken key',
    apply: (text, random) => some(lettersOf(text), 0.5, cased, random, flipCase).join(''),
  },
  { name: 'punctuation-none', why: 'one long breath', apply: (text) => text.replace(/[\p{P}\p{S}]+(?=\s|$)/gu, '').replace(/\s+/gu, ' ') },
  { name: 'punctuation-stormy', why: 'each stop a row of exclamation marks', apply: shouted },
];
