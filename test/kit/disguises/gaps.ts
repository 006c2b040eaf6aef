import { bare, between, each, isLetter, within, words, type Disguises } from './disguise.js';

const ZERO = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f'];
const EMOJI = ['🔥', '💉', '❤️', '👩‍👩‍👧', '✨', '🇻🇳'];
const SIGNS = ['.', '-', '_', '*', '~', '/', '|', '·', '•'];
const noBlanks = (t: string) => t.replace(/[ ,.]/g, '');

/** Words cut, and words run together. */
export const gaps: Disguises = {
  'zero width everywhere': between(ZERO),
  'one zero width in each word': within(ZERO, 2),
  'soft hyphens': between('\u00ad'),
  'zero width for blanks': (t) => t.replace(/ /g, '\u200b'),
  'odd blanks': (t, r) => t.replace(/ /g, () => ['\u2003', '\u00a0', '\u3000', '\u2009', '\u2800'][Math.floor(r() * 5)]),
  spaced: (t) => Array.from(t.normalize('NFC').replace(/,/g, '')).join(' '),
  'spaced without wider gaps': (t) => Array.from(noBlanks(t.normalize('NFC'))).join(' '),
  'spaced, two between words': (t) =>
    t
      .split(' ')
      .map((w) => Array.from(w.normalize('NFC')).join(' '))
      .join('  '),
  'one letter a line': (t) => Array.from(t.normalize('NFC').replace(/,/g, '')).join('\n'),
  'one letter a line, blanks left out': (t) => Array.from(noBlanks(t.normalize('NFC'))).join('\n'),
  'thin blanks': between('\u200a'),
  dotted: between('.'),
  'dotted throughout': (t) => Array.from(noBlanks(t.normalize('NFC'))).join('.'),
  hyphened: between('-'),
  underscored: between('_'),
  starred: between('*'),
  slashed: between('/'),
  tildes: between('~'),
  'by chance signs': between(SIGNS),
  'emoji between': between('🔥'),
  'many emoji between': between(EMOJI),
  'a dot in each word': within('.', 3),
  'a star in each word': within('*', 3),
  'a sign in each word': within(SIGNS, 3),
  'an emoji in each word': within(EMOJI, 3),
  'a blank in each word': within(' ', 3),
  'two signs in each word': within(['..', '**', '--', '__', '.*'], 3),
  'pairs of letters apart': words((w) => w.normalize('NFC').replace(/(..)(?=.)/gu, '$1.')),
  'pairs of letters spaced': words((w) => w.normalize('NFC').replace(/(..)(?=.)/gu, '$1 ')),
  'letters in brackets': each((c) => (isLetter(c) ? `[${c}]` : c)),
  'letters in round brackets': each((c) => (isLetter(c) ? `(${c})` : c)),
  'inner letters in brackets': words((w) => w.normalize('NFC').replace(/^(.)(.+)(.)$/u, '$1[$2]$3')),
  'quoted halves': words((w) => w.normalize('NFC').replace(/^(..)(.+)$/u, '$1"$2"')),
  'markdown bold inside': words((w) => w.normalize('NFC').replace(/^(.)(.)/u, '**$1**$2')),
  'tags inside': words((w) => w.normalize('NFC').replace(/^(.)(.+)$/u, '$1<b></b>$2')),
  'comments inside': words((w) => w.normalize('NFC').replace(/^(..)(.+)$/u, '$1<!-- x -->$2')),
  'lines break words': words((w) => w.normalize('NFC').replace(/^(..)(..+)$/u, '$1-\n$2')),
  'lines break words without hyphens': words((w) => w.normalize('NFC').replace(/^(..)(..+)$/u, '$1\n$2')),
  'no blanks': noBlanks,
  'no blanks, no marks': (t) => bare(noBlanks(t)).toLowerCase(),
  'no blanks, capitals': (t) => noBlanks(t).toUpperCase(),
  'words joined by twos': (t) => t.replace(/[,.]/g, '').replace(/ (\S+)( |$)/g, '$1$2'),
  'words joined by threes': (t) => t.replace(/[,.]/g, '').replace(/ (\S+) (\S+)( |$)/g, '$1$2$3'),
  'blanks moved by one': (t) => t.normalize('NFC').replace(/(\p{L}) (?=\p{L})/gu, ' $1'),
  'blanks moved forward': (t) => t.normalize('NFC').replace(/ (\p{L})/gu, '$1 '),
  'blanks by chance': (t, r) => Array.from(noBlanks(t.normalize('NFC')), (c) => (r() < 0.25 ? `${c} ` : c)).join(''),
  'camel case': (t) =>
    t
      .normalize('NFC')
      .replace(/[,.]/g, '')
      .replace(/ (\p{L})/gu, (_, c: string) => c.toUpperCase())
      .replace(/ /g, ''),
  'one hashtag': (t) => `#${bare(noBlanks(t)).toLowerCase()}`,
  'one hashtag with marks': (t) => `#${noBlanks(t.normalize('NFC'))}`,
  'a hashtag each': words((w) => `#${w}`),
  'hashtags of twos': (t) => t.replace(/[,.]/g, '').replace(/(\S+) (\S+)/g, '#$1$2'),
  'underscores for blanks': (t) => t.replace(/ /g, '_'),
  'dots for blanks': (t) => t.replace(/ /g, '.'),
  'emoji for blanks': (t) => t.replace(/ /g, '👏'),
  'plus for blanks': (t) => t.replace(/ /g, '+'),
};
