import { bare, letters, reversed, words, type Disguise, type Disguises } from './disguise.js';
import { ofVietnamese } from './typing.js';

/** One disguise over the other, the first one first. */
const over =
  (...all: Disguise[]): Disguise =>
  (text, random) =>
    all.reduce((t, disguise) => disguise(t, random), text);
const oneOf =
  (table: Record<string, string>): Disguise =>
  (text, random) =>
    Array.from(bare(text.toLowerCase()), (c) => {
      const signs = Array.from(table[c] ?? '');
      return signs.length > 0 ? signs[Math.floor(random() * signs.length)] : c;
    }).join('');
const heavy = oneOf({
  a: '4@^',
  b: '86',
  c: '(<{',
  e: '3€',
  g: '96',
  h: '#',
  i: '1!|',
  l: '1|£',
  o: '0°',
  q: '9',
  s: '5$§',
  t: '7+',
  u: 'µ',
  x: '%',
  y: '¥',
});
const digits = letters('aeiostbg', '43105789');
const joined: Disguise = (t) => t.replace(/[ ,.]/g, '');
const spaced = words((w) => Array.from(w).join(' '));
const further =
  (n: number): Disguise =>
  (t) =>
    bare(t.toLowerCase()).replace(/[a-z]/g, (c) => String.fromCharCode(((c.charCodeAt(0) - 97 + n) % 26) + 97));
const DRAWN: Record<string, string> = {
  ...{ a: '/-\\', b: '|3', c: '(', d: '|)', f: '|=', h: '|-|', j: '_|', k: '|<', l: '|_', m: '|\\/|', n: '|\\|', o: '()', p: '|>' },
  ...{ r: '|2', t: "']['", u: '|_|', v: '\\/', w: '\\/\\/', x: '><', y: '`/' },
};

/** Signs for nearly every letter, and two disguises at once. */
export const mixed: Disguises = {
  'leet of every letter': heavy,
  'leet of every letter, spaced': over(heavy, (t) =>
    t
      .split(' ')
      .map((w) => Array.from(w).join(' '))
      .join('  '),
  ),
  'drawn letters': (t) => bare(t.toLowerCase()).replace(/[a-y]/g, (c) => DRAWN[c] ?? c),
  'digits, joined': over(digits, joined),
  'digits, backwards': over(digits, reversed),
  'digits, spaced': over(digits, spaced),
  'letters five further': further(5),
  'letters twenty further, backwards': over(further(20), reversed),
  'letters thirteen further, joined': over(further(13), joined),
  'bytes in binary': (t) => [...Buffer.from(t)].map((b) => b.toString(2).padStart(8, '0')).join(' '),
  'bytes in decimal': (t) => [...Buffer.from(bare(t))].join(' '),
  'hexadecimal without gaps': (t) => Buffer.from(t).toString('hex'),
  'base64 of digits': (t, r) => Buffer.from(digits(t, r)).toString('base64'),
  'quoted printable': (t) =>
    [...Buffer.from(t.replaceAll('o', 'ö'))].map((b) => (b > 0x7f ? `=${b.toString(16).toUpperCase()}` : String.fromCharCode(b))).join(''),
  'International Phonetic letters': letters('abcdefghijklmnopqrstuvwxyz', 'ɑɓɕɖɘɸɡɦɪʝƙɭɱɲɵρʠɹʂʈʊʋʍχʏʐ'),
  'a hidden vowel': words((w) => (w.length > 4 ? w.replace(/(?<=[a-z])[aeiou](?=[a-z])/, '#') : w)),
  'a key beside the right one': words((w) => {
    const at = Math.floor(w.length / 2);
    const beside: Record<string, string> = {
      a: 's',
      e: 'r',
      i: 'o',
      n: 'm',
      o: 'p',
      r: 't',
      s: 'd',
      t: 'y',
      u: 'i',
      l: 'k',
      c: 'v',
      d: 'f',
    };
    return w.length > 5 && beside[w[at]] ? w.slice(0, at) + beside[w[at]] + w.slice(at + 1) : w;
  }),
};
/** The same for Vietnamese alone. */
export const mixedVietnamese: Disguises = {
  'Telex, backwards': over(ofVietnamese.Telex, reversed),
  'Telex with digits': over(ofVietnamese.Telex, letters('aio', '410')),
  'every second word backwards': words((w, i) => (i % 2 ? reversed(w) : w)),
  'strange in the middle': (t, r) => `Mọi người ơi mình mới nghe tin này từ chị hàng xóm, ${heavy(t, r)}, cả nhà nhớ cẩn thận nhé`,
  'backwards in the middle': (t) => `Mọi người ơi mình mới nghe tin này từ chị hàng xóm, ${reversed(t)}, cả nhà nhớ cẩn thận nhé`,
};
