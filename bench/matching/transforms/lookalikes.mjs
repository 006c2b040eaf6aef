// Letters of other alphabets and of other forms that an eye reads as Latin.
import { apart, isMarked, lettersOf, mapLetters, oneOf, plain, someLetters } from './tools.mjs';

const A = 'abcdefghijklmnopqrstuvwxyz';
const paired = (from, to) => {
  const images = lettersOf(to);
  return new Map(lettersOf(from).map((letter, at) => [letter, images[at]]));
};
const CYRILLIC = paired('aceijopsxyhkmtABCEHIJKMOPSTXY', 'асеіјорѕхуһкмтАВСЕНІЈКМОРЅТХУ');
const GREEK = paired('aikopuvxyntABEHIKMNOPTXYZ', 'αικορυνχγητΑΒΕΗΙΚΜΝΟΡΤΧΥΖ');
const OTHERS = paired('aceghilnoqsuwzdABCDEGHKLMPRSTVWZ', 'ɑϲⅇɡհıⅼոօԛꜱսԝᴢⅾᎪᏴᏟᎠᎬᏀᎻᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ');
const SMALL = paired(A, 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ');
const FLIPPED = paired(`${A}.,?!'`, "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz˙'¿¡,");
const RAISED = paired(A, 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ𐞥ʳˢᵗᵘᵛʷˣʸᶻ');
/** Places of the block of mathematical letters that were taken elsewhere before it was made. */
const TAKEN = {
  italic: { h: 'ℎ' },
  script: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  doubled: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};
/** A run of capitals, small letters and digits that starts at these codes; 0 for what the run has not. */
const run =
  (capital, small, digit, taken = {}) =>
  (letter) => {
    const at = (from, first) => String.fromCodePoint(from + letter.codePointAt(0) - first);
    if (letter in taken) return taken[letter];
    if (/^[A-Z]$/.test(letter) && capital) return at(capital, 65);
    if (/^[a-z]$/.test(letter) && small) return at(small, 97);
    return /^[0-9]$/.test(letter) && digit ? at(digit, 48) : letter;
  };
const looked = (table) => (letter) => table.get(letter) ?? letter;

/** Most generators know ASCII alone and leave marked letters as they are. */
const bareOnly = (draw) => (text) => mapLetters(text, (letter) => (isMarked(letter) ? letter : draw(letter)));
/** Better ones set the marks after the drawn letter; đ keeps no form and stays. */
const withMarks = (draw) => (text) =>
  mapLetters(text, (letter) => {
    const { base, quality, tone } = apart(letter);
    const drawn = draw(base);
    return drawn === base ? letter : drawn + quality + tone;
  });
/** Others drop the marks. */
const withoutMarks = (draw) => (text) => mapLetters(text, (letter) => draw(plain(letter)));
const small = (draw) => (letter) => draw(letter.toLowerCase());
const capitals = (draw) => (letter) => draw(letter.toUpperCase());
const digitInCircle = (letter) =>
  letter === '0' ? '⓪' : /^[1-9]$/.test(letter) ? String.fromCodePoint(0x2460 + Number(letter) - 1) : letter;
const circled = (letter) => digitInCircle(run(0x24b6, 0x24d0, 0)(letter));
const digits = [0x660, 0x6f0, 0x966, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0xff10];
const swapped = (table, share) => (text, random) =>
  someLetters(
    text,
    share,
    (letter) => table.has(apart(letter).base),
    random,
    (letter) => {
      const { base, quality, tone } = apart(letter);
      return (table.get(base) + quality + tone).normalize('NFC');
    },
  );
const ALL = [CYRILLIC, GREEK, OTHERS];
const anyScript = (text, random) =>
  someLetters(
    text,
    0.7,
    (letter) => ALL.some((table) => table.has(letter)),
    random,
    (letter) =>
      oneOf(
        ALL.filter((table) => table.has(letter)),
        random,
      ).get(letter),
  );
const turned = (text) =>
  lettersOf(text.toLowerCase())
    .reverse()
    .map((letter) => looked(FLIPPED)(plain(letter)))
    .join('');
/** A blank between flag letters, or pairs of them would show as flags of countries. */
const flags = (text) =>
  mapLetters(text, (letter) => (/[a-z]/i.test(plain(letter)) ? `${run(0x1f1e6, 0, 0)(plain(letter).toUpperCase())}\u200b` : letter));

export const lookalikes = [
  {
    name: 'cyrillic-some',
    why: 'a few Cyrillic letters in Latin words: enough for a list of words to miss them',
    apply: swapped(CYRILLIC, 0.25),
  },
  { name: 'cyrillic-all', why: 'each letter that has a Cyrillic twin', apply: swapped(CYRILLIC, 1) },
  { name: 'greek-some', why: 'Greek letters that look alike', apply: swapped(GREEK, 0.5) },
  { name: 'other-scripts', why: 'Armenian, Cherokee, phonetic and Roman-numeral letters that look alike', apply: swapped(OTHERS, 0.6) },
  { name: 'scripts-mixed', why: 'each letter from whichever alphabet comes', apply: anyScript },
  {
    name: 'fullwidth',
    why: 'forms for East Asian lines, spaces too',
    apply: (text) => withMarks(run(0xff21, 0xff41, 0xff10))(text).replaceAll(' ', '\u3000'),
  },
  { name: 'math-bold', why: 'the usual “bold” of generators', apply: bareOnly(run(0x1d400, 0x1d41a, 0x1d7ce)) },
  { name: 'math-italic', why: 'the usual “italic” of generators', apply: bareOnly(run(0x1d434, 0x1d44e, 0, TAKEN.italic)) },
  { name: 'math-script', why: 'ornamental writing', apply: withMarks(run(0x1d49c, 0x1d4b6, 0, TAKEN.script)) },
  { name: 'math-bold-script', why: 'ornamental writing, bold', apply: bareOnly(run(0x1d4d0, 0x1d4ea, 0)) },
  { name: 'math-fraktur', why: 'black letter', apply: bareOnly(run(0x1d504, 0x1d51e, 0, TAKEN.fraktur)) },
  { name: 'math-double-struck', why: 'outlined letters', apply: withMarks(run(0x1d538, 0x1d552, 0x1d7d8, TAKEN.doubled)) },
  {
    name: 'math-sans-bold',
    why: 'bold headings of network posts, marks set after the letters',
    apply: withMarks(run(0x1d5d4, 0x1d5ee, 0x1d7ec)),
  },
  { name: 'math-sans-italic', why: 'slanted headings of network posts', apply: bareOnly(run(0x1d608, 0x1d622, 0)) },
  { name: 'math-monospace', why: 'typewriter letters', apply: withMarks(run(0x1d670, 0x1d68a, 0x1d7f6)) },
  { name: 'circled', why: 'letters and digits in circles', apply: withoutMarks(circled) },
  { name: 'circled-black', why: 'white letters in black circles', apply: withoutMarks(capitals(run(0x1f150, 0, 0))) },
  { name: 'squared', why: 'letters in squares', apply: withoutMarks(capitals(run(0x1f130, 0, 0))) },
  { name: 'squared-black', why: 'white letters in black squares', apply: withoutMarks(capitals(run(0x1f170, 0, 0))) },
  { name: 'parenthesised', why: 'letters in brackets', apply: withoutMarks(small(run(0, 0x249c, 0))) },
  { name: 'flag-letters', why: 'letters of which flags are made', apply: flags },
  { name: 'small-capitals', why: 'phonetic small capitals', apply: withMarks(small(looked(SMALL))) },
  { name: 'raised', why: 'raised small letters', apply: withoutMarks(small(looked(RAISED))) },
  { name: 'upside-down', why: 'turned letters, to be read from the end', apply: turned },
  {
    name: 'other-digits',
    why: 'Arabic, Devanagari, mathematical and fullwidth digits',
    apply: (text, random) => text.replace(/[0-9]/g, (digit) => run(0, 0, oneOf(digits, random))(digit)),
  },
];
