// Words taken to pieces, run together, or set one under the other.
import { chunksOf, isLetter, lettersOf, mapLetters, oneOf, plain, someWords } from './tools.mjs';

const EMOJI = ['🔥', '😱', '⚠️', '❗', '💥', '🙏', '😡', '👉', '🚨', '❤️', '👨‍👩‍👧', '🇻🇳', '👍🏽'];
const long = (word) => /^\p{L}/u.test(word) && lettersOf(word).length > 2;
/** A sign between the letters of each word; words stand further apart, or nobody could read them. */
const between = (sign, gap) => (text) =>
  chunksOf(text)
    .map((word) => lettersOf(word).join(sign))
    .join(gap);
const emojiBetween = (text, random) =>
  someWords(text, 0.4, long, random, (word) => lettersOf(word).reduce((out, letter) => out + oneOf(EMOJI, random) + letter));
const manySigns = (text, random) =>
  someWords(text, 0.6, long, random, (word) => lettersOf(word).reduce((out, letter) => out + oneOf([...'.-_*/|~+,:'], random) + letter));
const broken = (sign) => (word, random) => {
  const letters = lettersOf(word);
  const at = 1 + Math.floor(random() * (letters.length - 1));
  return letters.slice(0, at).join('') + sign + letters.slice(at).join('');
};
const brokenOnce = (signs, share) => (text, random) =>
  someWords(text, share, long, random, (word) => broken(oneOf(signs, random))(word, random));
const VOWEL = /^[aeiouy]$/i;
/** “ch*t”: the vowels starred out, as in papers that do not print a word. */
const starred = (word) => mapLetters(word, (letter) => (VOWEL.test(plain(letter)) ? '*' : letter));
const letterHeavy = (word) => long(word) && [...lettersOf(word)].some((letter) => VOWEL.test(plain(letter)));

const words = (text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const upperFirst = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const bare = (text) => mapLetters(text, plain);
const pairs = (text, join) => chunksOf(text).reduce((out, word, at) => out + (at === 0 ? '' : at % 2 ? join : ' ') + word, '');
/** Clauses as commas and stops part them, each made one hashtag. */
const tagged = (make) => (text) =>
  text
    .split(/[.,;:!?]+(?=\s|$)|\n/u)
    .filter((clause) => words(clause).length > 0)
    .map((clause) => `#${make(words(clause))}`)
    .join(' ');
/** Some blanks go, the first that may always. */
const spacesLost = (text, random) => {
  let any = false;
  return text.replace(/ /g, (blank) => {
    if (any && random() > 0.3) return blank;
    any = true;
    return '';
  });
};
const upright = (text) =>
  lettersOf(text)
    .filter((letter) => letter.trim())
    .join('\n');

export const spacing = [
  { name: 'letters-spaced', why: 'a blank between letters, two between words', apply: between(' ', '   ') },
  { name: 'letters-spaced-evenly', why: 'a blank between all letters: where words end is lost', apply: between(' ', ' ') },
  { name: 'letters-dotted', why: 'a dot between letters', apply: between('.', ' ') },
  { name: 'letters-dashed', why: 'a dash between letters', apply: between('-', ' ') },
  { name: 'letters-starred', why: 'a star between letters', apply: between('*', ' ') },
  { name: 'letters-underscored', why: 'a low line between letters', apply: between('_', ' ') },
  { name: 'letters-slashed', why: 'a slash between letters', apply: between('/', ' ') },
  { name: 'letters-many-signs', why: 'whatever sign comes, in part of the words', apply: manySigns },
  { name: 'emoji-between-letters', why: 'emoji inside of some words', apply: emojiBetween },
  {
    name: 'emoji-between-words',
    why: 'an emoji after each word, joined ones too',
    apply: (text, random) =>
      chunksOf(text)
        .map((word) => `${word} ${oneOf(EMOJI, random)}`)
        .join(' '),
  },
  {
    name: 'emoji-for-spaces',
    why: 'emoji and no blank between words',
    apply: (text, random) => chunksOf(text).reduce((out, word) => out + oneOf(EMOJI, random) + word),
  },
  {
    name: 'words-broken-once',
    why: '“ch.ết”, “vắc/xin”: one sign in most words, the favourite of Vietnamese groups',
    apply: brokenOnce(['.', '/', '-', '|', '*', "'", '_'], 0.7),
  },
  { name: 'words-broken-by-space', why: 'one blank in some words', apply: brokenOnce([' '], 0.5) },
  {
    name: 'vowels-starred',
    why: 'vowels starred out of some words',
    apply: (text, random) => someWords(text, 0.35, letterHeavy, random, starred),
  },
  { name: 'words-joined', why: 'no blank at all', apply: (text) => chunksOf(text).join('') },
  { name: 'words-joined-in-pairs', why: 'every second blank left out', apply: (text) => pairs(text, '') },
  { name: 'spaces-lost', why: 'some blanks not struck', apply: spacesLost },
  { name: 'words-dotted', why: 'dots for blanks', apply: (text) => chunksOf(text).join('.') },
  { name: 'words-piped', why: 'bars between words', apply: (text) => chunksOf(text).join('|') },
  { name: 'hashtags-joined', why: 'each clause one hashtag without marks', apply: tagged((list) => bare(list.join('').toLowerCase())) },
  { name: 'hashtags-with-marks', why: 'each clause one hashtag with its marks', apply: tagged((list) => list.join('').toLowerCase()) },
  {
    name: 'hashtags-camel',
    why: 'each clause one hashtag, words by capitals',
    apply: tagged((list) => bare(list.map(upperFirst).join(''))),
  },
  { name: 'hashtags-underscored', why: 'each clause one hashtag with low lines', apply: tagged((list) => bare(list.join('_'))) },
  {
    name: 'hashtag-per-word',
    why: 'each word a hashtag',
    apply: (text) =>
      chunksOf(text)
        .map((word) => word.replace(/[\p{L}\p{N}]/u, '#$&'))
        .join(' '),
  },
  { name: 'line-per-word', why: 'a line for each word, as on pictures', apply: (text) => chunksOf(text).join('\n') },
  { name: 'line-per-letter', why: 'written downwards', apply: upright },
  {
    name: 'bullet-per-word',
    why: 'a list with one word in each line',
    apply: (text, random) =>
      chunksOf(text)
        .map((word) => `${oneOf(['-', '•', '*', '➤', '👉'], random)} ${word}`)
        .join('\n'),
  },
  {
    name: 'lines-broken-anywhere',
    why: 'copied from a narrow column, words broken at its edge',
    apply: (text) =>
      lettersOf(text)
        .map((letter, at) => (at % 17 === 16 && isLetter(letter) ? `${letter}\n` : letter))
        .join(''),
  },
];
