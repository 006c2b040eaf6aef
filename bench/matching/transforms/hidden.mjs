// Signs that nobody sees, and marks that are seen and belong to no letter. All by code, since none can be read in source.
import { chunksOf, isLetter, lettersOf, oneOf } from './tools.mjs';

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
const signs = (...codes) => codes.map((code) => String.fromCodePoint(code));

const ZERO_WIDTH_SPACE = signs(0x200b);
const JOINERS = signs(0x200c, 0x200d);
const WORD_JOINERS = signs(0x2060, 0xfeff);
const INVISIBLE_OPERATORS = signs(0x2061, 0x2062, 0x2063, 0x2064);
const SOFT_HYPHEN = signs(0xad);
const GRAPHEME_JOINER = signs(0x34f);
const VARIATIONS = [...range(0xfe00, 0xfe0f), ...range(0xe0100, 0xe01ef)];
const TAGS = range(0xe0020, 0xe007e);
const FILLERS = signs(0x3164, 0xffa0, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180e);
const FORMAT_RELICS = signs(0x206a, 0x206b, 0x206c, 0x206d, 0x206e, 0x206f, 0xfff9, 0xfffa, 0xfffb);
const CONTROLS = signs(0x01, 0x02, 0x07, 0x08, 0x7f, 0x80, 0x9f);
const DIRECTIONS = signs(0x200e, 0x200f, 0x61c);
const SPACES = signs(0xa0, 0x2002, 0x2003, 0x2005, 0x2007, 0x2009, 0x200a, 0x202f, 0x205f, 0x3000);
const BRAILLE_BLANK = 0x2800;
const ABOVE = range(0x300, 0x314);
const BELOW = range(0x316, 0x333);

/** Puts a sign after a share of the letters inside of words, after the first always. */
function strewn(list, share) {
  return (text, random) => {
    const letters = lettersOf(text);
    let any = false;
    return letters
      .map((letter, at) => {
        const inside = isLetter(letter) && isLetter(letters[at + 1] ?? '');
        const chosen = random() < share || !any;
        if (!inside || !chosen) return letter;
        any = true;
        return letter + oneOf(list, random);
      })
      .join('');
  };
}
const afterEach = (marks) => (text, random) =>
  lettersOf(text)
    .map((letter) => (isLetter(letter) ? letter + marks(random) : letter))
    .join('');
const wrapped = (pairs) => (text, random) =>
  chunksOf(text)
    .map((word) => {
      const [open, close] = oneOf(pairs, random);
      return open + word + close;
    })
    .join(' ');
const pile = (list, most) => (random) => Array.from({ length: 1 + Math.floor(random() * most) }, () => oneOf(list, random)).join('');
const upAndDown = (random) => pile(ABOVE, 4)(random) + pile(BELOW, 3)(random);

export const hidden = [
  { name: 'zero-width-spaces', why: 'U+200B splits words for a machine, not for an eye', apply: strewn(ZERO_WIDTH_SPACE, 0.6) },
  { name: 'zero-width-joiners', why: 'joiner and non-joiner, which emoji keyboards bring along', apply: strewn(JOINERS, 0.5) },
  { name: 'word-joiners', why: 'word joiner and byte order mark inside words', apply: strewn(WORD_JOINERS, 0.5) },
  {
    name: 'invisible-operators',
    why: 'signs of invisible mathematics, seldom on a list of filters',
    apply: strewn(INVISIBLE_OPERATORS, 0.5),
  },
  { name: 'soft-hyphens', why: 'come with text copied from newspapers that hyphenate', apply: strewn(SOFT_HYPHEN, 0.4) },
  { name: 'grapheme-joiners', why: 'U+034F is a mark: it survives a filter of format signs', apply: strewn(GRAPHEME_JOINER, 0.5) },
  { name: 'variation-selectors', why: 'all 256, of both blocks; marks as well', apply: strewn(VARIATIONS, 0.5) },
  { name: 'tag-characters', why: 'carry hidden ASCII of their own inside words', apply: strewn(TAGS, 0.5) },
  { name: 'letter-fillers', why: 'blank Hangul, Khmer and Mongolian signs, of which some count as letters', apply: strewn(FILLERS, 0.4) },
  { name: 'format-relics', why: 'withdrawn format signs and those of annotations', apply: strewn(FORMAT_RELICS, 0.4) },
  { name: 'control-characters', why: 'left by broken exports and old phones', apply: strewn(CONTROLS, 0.3) },
  { name: 'direction-marks', why: 'left-to-right, right-to-left and Arabic letter marks inside words', apply: strewn(DIRECTIONS, 0.4) },
  {
    name: 'direction-embeddings',
    why: 'each word in an embedding or an isolate that keeps its order',
    apply: wrapped([signs(0x202a, 0x202c), signs(0x202b, 0x202c), signs(0x2066, 0x2069), signs(0x2067, 0x2069), signs(0x2068, 0x2069)]),
  },
  {
    name: 'hidden-of-every-kind',
    why: 'a tool that strews whatever is not seen',
    apply: strewn([ZERO_WIDTH_SPACE, JOINERS, WORD_JOINERS, SOFT_HYPHEN, GRAPHEME_JOINER, VARIATIONS, TAGS, DIRECTIONS].flat(), 0.8),
  },
  {
    name: 'odd-spaces',
    why: 'no-break, thin and ideographic spaces between words',
    apply: (text, random) => text.replace(/ /g, () => oneOf(SPACES, random)),
  },
  {
    name: 'blank-letters-as-spaces',
    why: 'Braille blanks between words: no space by any class',
    apply: (text) => text.replaceAll(' ', String.fromCodePoint(BRAILLE_BLANK)),
  },
  { name: 'zalgo', why: 'marks stacked above and below each letter', apply: afterEach(upAndDown) },
  { name: 'zalgo-light', why: 'one foreign mark on each letter, still easy to read', apply: afterEach((random) => oneOf(BELOW, random)) },
  {
    name: 'struck-through',
    why: 'combining strokes, from generators of crossed-out text',
    apply: afterEach(() => String.fromCodePoint(0x336)),
  },
  {
    name: 'underlined',
    why: 'combining low lines, from generators of underlined text',
    apply: afterEach(() => String.fromCodePoint(0x332)),
  },
  {
    name: 'enclosed-letters',
    why: 'combining circles and key caps round each letter',
    apply: afterEach((random) => oneOf(signs(0x20dd, 0x20de, 0x20e3), random)),
  },
];
