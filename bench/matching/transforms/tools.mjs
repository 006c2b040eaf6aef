// What the transforms share: a seeded die, letters as people see them, words, Vietnamese letters taken apart.
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Mulberry32: the same seed gives the same draws on every machine. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const oneOf = (list, random) => list[list.length > 1 ? Math.floor(random() * list.length) : 0];
export const lettersOf = (text) => Array.from(graphemes.segment(text), (part) => part.segment);
export const hasVowel = (word) => /[aeiouy]/i.test(word.normalize('NFD'));
export const isLetter = (letter) => /^[\p{L}\p{N}]/u.test(letter);
export const mapLetters = (text, change) => lettersOf(text).map(change).join('');
export const mapWords = (text, change) => text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => change(word));
/** Words as blanks part them, with the punctuation that hangs on them. */
export const chunksOf = (text) => text.trim().split(/\s+/u);

/** Changes a share of what `eligible` admits, and one of them always: a text that has what is needed never comes out unchanged. */
export function some(items, share, eligible, random, change) {
  if (share >= 1) return items.map((item) => (eligible(item) ? change(item) : item));
  const open = items.flatMap((item, at) => (eligible(item) ? [at] : []));
  const sure = oneOf(open, random);
  const chosen = new Set(open.filter((at) => random() < share || at === sure));
  return items.map((item, at) => (chosen.has(at) ? change(item) : item));
}
const PARTS = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu;
export const someWords = (text, share, eligible, random, change) =>
  some(text.match(PARTS) ?? [], share, (part) => isLetter(part) && eligible(part), random, change).join('');
export const someLetters = (text, share, eligible, random, change) => some(lettersOf(text), share, eligible, random, change).join('');

export const isUpper = (text) => text !== text.toLowerCase() && text === text.toUpperCase();
/** Gives a replacement the capitals of what it replaces. */
export function likeCase(model, text) {
  if (isUpper(model) && lettersOf(model).length > 1) return text.toUpperCase();
  return isUpper(lettersOf(model)[0] ?? '') ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
/** Replaces whole words or phrases of a table, longest first, in the case of what stood there; `exact` for initials, whose case tells them from words. */
export function replaceWords(text, table, random = () => 0, exact = false) {
  const rows = new Map(Object.entries(table).map(([from, to]) => [exact ? from : from.toLowerCase(), to]));
  const names = [...rows.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const words = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, exact ? 'gu' : 'giu');
  return text.replace(words, (found) => {
    const to = oneOf([rows.get(exact ? found : found.toLowerCase())].flat(), random);
    return exact ? to : likeCase(found, to);
  });
}

const TONES = { '\u0300': 'huyền', '\u0301': 'sắc', '\u0303': 'ngã', '\u0309': 'hỏi', '\u0323': 'nặng' };
export const TONE_MARKS = Object.keys(TONES);
const isTone = (mark) => mark in TONES;
/** One letter as base, mark of quality (ă â ê ô ơ ư) and mark of tone; đ is a base of its own. */
export function apart(letter) {
  const [base, ...marks] = letter.normalize('NFD');
  return { base, quality: marks.filter((mark) => !isTone(mark)).join(''), tone: marks.find(isTone) ?? '' };
}
export const together = ({ base, quality, tone }) => (base + quality + tone).normalize('NFC');
export const plain = (letter) => {
  const { base } = apart(letter);
  return base === 'đ' ? 'd' : base === 'Đ' ? 'D' : base;
};
export const isMarked = (letter) => plain(letter) !== letter;
export const toneOf = (word) => lettersOf(word).reduce((tone, letter) => tone || apart(letter).tone, '');
/** The word with its one tone exchanged; its place stays. */
export const withTone = (word, tone) => mapLetters(word, (letter) => (apart(letter).tone ? together({ ...apart(letter), tone }) : letter));
