// Spelling by ear and by region. The marks of a word stay where they are; only what carries them changes.
import { apart, hasVowel, isUpper, lettersOf, likeCase, mapWords, oneOf, replaceWords, someWords, together } from './tools.mjs';
import { words } from './words.mjs';

/** Exchanges the beginning of a word, the longest that fits; what was exchanged is not looked at again. */
export function onsets(pairs) {
  const known = Object.keys(pairs).sort((a, b) => b.length - a.length);
  const change = (word, random) => {
    const from = known.find(
      (onset) => word.toLowerCase().startsWith(onset) && word.length > onset.length && hasVowel(word.slice(onset.length)),
    );
    if (from === undefined) return word;
    const to = oneOf([pairs[from]].flat(), random) + word.slice(from.length).toLowerCase();
    return likeCase(isUpper(word) ? word : word[0], to);
  };
  return (text, random) => mapWords(text, (word) => change(word, random));
}
const HARD = { n: 'ng', t: 'c', N: 'NG', T: 'C' };
/** -n and -t become -ng and -c after a, ă, â, o, ô, u, ư: the vowels before which the South makes no difference. */
const southernEnd = (word) => {
  const [vowel, end] = lettersOf(word).slice(-2);
  return end in HARD && /^[aou]$/i.test(apart(vowel).base) ? word.slice(0, -1) + HARD[end] : word;
};
/** Rhymes heard alike: iu/ưu, iêu/ươu, ưi/ơi; -ay and -ai in the South. */
const RHYMES = [
  ['ưu', 'iu'],
  ['ươu', 'iêu'],
  ['ay', 'ai'],
  ['au', 'ao'],
  ['iêm', 'im'],
  ['uôi', 'ui'],
  ['ươi', 'ưi'],
];
function heardRhyme(word) {
  const letters = lettersOf(word.toLowerCase());
  const bare = letters.map((letter) => together({ ...apart(letter), tone: '' })).join('');
  const tone = letters.map((letter) => apart(letter).tone).join('');
  const pair = RHYMES.find(([from]) => bare.endsWith(from) && bare.length > from.length);
  if (!pair) return word;
  const rhyme = lettersOf(pair[1]);
  const toned = Math.max(
    0,
    rhyme.findIndex((letter) => apart(letter).quality),
  );
  const marked = rhyme.map((letter, at) => (at === toned && tone ? together({ ...apart(letter), tone }) : letter)).join('');
  return likeCase(word, bare.slice(0, -pair[0].length) + marked);
}

const ONSET = /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?/i;
const halves = (word) => {
  const [onset] = ONSET.exec(word);
  return { onset, rhyme: word.slice(onset.length) };
};
const whole = (word) => /^\p{L}+$/u.test(word) && halves(word).onset !== '' && hasVowel(halves(word).rhyme);
/** Nói lái: each two words trade their rhymes, the tones go along; “tiêm chủng” is heard as “tủng chiêm”. */
function traded(text) {
  const parts = text.split(/(\s+)/u);
  for (let at = 0; at + 2 < parts.length; at += 4) {
    if (!whole(parts[at]) || !whole(parts[at + 2])) continue;
    const [a, b] = [halves(parts[at]), halves(parts[at + 2])];
    parts[at] = a.onset + b.rhyme;
    parts[at + 2] = b.onset + a.rhyme;
  }
  return parts.join('');
}
const doubledOrNot = (word) => word.replace(/([bcdfglmnprst])\1/i, '$1');
const doubled = (word) => /([bcdfglmnprst])\1/i.test(word);

const vi = ['vi'];
export const regions = [
  {
    name: 'onsets-l-n',
    langs: vi,
    why: 'l and n exchanged, as heard in the northern delta',
    apply: onsets({ l: 'n', n: 'l', nh: 'nh', ng: 'ng', ngh: 'ngh' }),
  },
  { name: 'onsets-s-x', langs: vi, why: 's and x exchanged, alike in Hà Nội', apply: onsets({ s: 'x', x: 's' }) },
  { name: 'onsets-ch-tr', langs: vi, why: 'ch and tr exchanged, alike in Hà Nội', apply: onsets({ ch: 'tr', tr: 'ch' }) },
  { name: 'onsets-d-gi-r', langs: vi, why: 'd, gi and r exchanged', apply: onsets({ d: ['gi', 'r'], gi: ['d', 'r'], r: ['d', 'gi'] }) },
  { name: 'onsets-v-d', langs: vi, why: 'v as d or dz, as spoken in the South', apply: onsets({ v: ['d', 'dz', 'z'] }) },
  { name: 'ends-southern', langs: vi, why: '-n as -ng and -t as -c', apply: (text) => mapWords(text, southernEnd) },
  { name: 'rhymes-southern', langs: vi, why: 'ay as ai, ưu as iu, ươu as iêu', apply: (text) => mapWords(text, heardRhyme) },
  {
    name: 'words-southern',
    langs: vi,
    why: 'words of the South for those of the North',
    apply: (text, random) => replaceWords(text, words.southern, random),
  },
  { name: 'words-central', langs: vi, why: 'words of the Centre', apply: (text, random) => replaceWords(text, words.central, random) },
  { name: 'rhymes-traded', langs: vi, why: 'nói lái: “tiêm chủng” turned to “tủng chiêm”', apply: traded },
  {
    name: 'english-by-ear',
    langs: ['en'],
    why: 'English words spelt as heard',
    apply: (text, random) => replaceWords(text, words.byEar, random),
  },
  {
    name: 'english-doubles-lost',
    langs: ['en'],
    why: 'one of two equal consonants left out',
    apply: (text, random) => someWords(text, 0.8, doubled, random, doubledOrNot),
  },
];
