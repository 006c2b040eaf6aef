// Teencode, text speak, leet, words that filters of networks do not know, and emoji for words.
import { lettersOf, mapWords, oneOf, plain, replaceWords, some } from './tools.mjs';
import { words } from './words.mjs';
import { onsets } from './regions.mjs';

/** What is left of a word once its letters are those of the slang. */
const teenOnsets = onsets({ gi: 'j', qu: 'w', ph: 'f', d: 'z', v: 'z', ng: 'ng', ngh: 'ng', gh: 'g' });
const teenEnds = (text) =>
  mapWords(text, (word) => (lettersOf(word).length > 2 ? word.replace(/nh$/i, 'h').replace(/ng$/i, 'g').replace(/ch$/i, 'k') : word));
const teenLight = (text, random) => replaceWords(text, words.teencode, random);
const teenHeavy = (text, random) => teenEnds(teenOnsets(teenLight(text, random), random));

const LEET = { a: ['4', '@'], e: ['3'], i: ['1', '!'], o: ['0'], s: ['5', '$'], t: ['7'], g: ['9'], b: ['8'] };
const LEET_HEAVY = {
  ...LEET,
  a: ['4', '@', '/\\'],
  c: ['(', '<'],
  d: ['|)'],
  e: ['3', '€'],
  h: ['|-|', '#'],
  k: ['|<'],
  l: ['1', '|_'],
  m: ['|\\/|'],
  n: ['|\\|'],
  p: ['|*'],
  r: ['|2'],
  u: ['|_|'],
  v: ['\\/'],
  w: ['\\/\\/'],
  x: ['><'],
  y: ['`/'],
};
const leet = (table, share) => (text, random) => {
  const key = (letter) => plain(letter).toLowerCase();
  return some(
    lettersOf(text),
    share,
    (letter) => key(letter) in table,
    random,
    (letter) => oneOf(table[key(letter)], random),
  ).join('');
};

export const slang = [
  { name: 'teencode-light', langs: ['vi'], why: 'ko, dc, vs, ntn: words shortened', apply: teenLight },
  { name: 'teencode-heavy', langs: ['vi'], why: 'words shortened, j for gi, w for qu, z for d, f for ph, -h for -nh', apply: teenHeavy },
  {
    name: 'teencode-without-marks',
    langs: ['vi'],
    why: 'the same typed bare',
    apply: (text, random) => lettersOf(teenHeavy(text, random)).map(plain).join(''),
  },
  {
    name: 'text-speak',
    langs: ['en'],
    why: 'u, r, ppl, b4: English words shortened',
    apply: (text, random) => replaceWords(text, words.textSpeak, random),
  },
  { name: 'leet-light', why: 'digits for some letters', apply: leet(LEET, 0.3) },
  { name: 'leet-full', why: 'digits for all letters that have one', apply: leet(LEET, 1) },
  { name: 'leet-heavy', why: 'drawn letters too', apply: leet(LEET_HEAVY, 0.6) },
  {
    name: 'words-veiled',
    why: 'cover words for those that networks are thought to hide',
    apply: (text, random) => replaceWords(text, words.veiled, random),
  },
  { name: 'emoji-for-words', why: 'pictures for nouns', apply: (text) => replaceWords(text, words.emoji) },
];
