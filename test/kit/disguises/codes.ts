import { bare, each, letters, words, type Disguises } from './disguise.js';

const bytes = (t: string) => [...Buffer.from(t)];
const hex = (n: number, size: number) => n.toString(16).padStart(size, '0');

/** Letters written as codes. */
export const codes: Disguises = {
  'decimal entities': each((c) => `&#${c.codePointAt(0)};`),
  'hexadecimal entities': each((c) => (c === ' ' ? c : `&#x${hex(c.codePointAt(0)!, 4)};`)),
  'entities without an end': each((c) => (c === ' ' ? c : `&#${c.codePointAt(0)}`)),
  'entities of entities': each((c) => `&amp;#${c.codePointAt(0)};`),
  'entities of what has marks': each((c) => (c > '\u007f' || c === 'o' ? `&#${c.codePointAt(0)};` : c)),
  'percent signs': (t) =>
    bytes(t)
      .map((b) => `%${hex(b, 2)}`)
      .join(''),
  'a link’s coding': (t) => encodeURIComponent(t),
  'a form’s coding': (t) => encodeURIComponent(t).replaceAll('%20', '+'),
  'escapes of a program': each((c) => `\\u${hex(c.charCodeAt(0), 4)}`),
  'escapes of what has marks': each((c) => (c > '\u007f' || c === 'e' ? `\\u${hex(c.charCodeAt(0), 4)}` : c)),
  'braced escapes': each((c) => (c === ' ' ? c : `\\u{${hex(c.codePointAt(0)!, 4)}}`)),
  'hexadecimal escapes': (t) =>
    bytes(t)
      .map((b) => `\\x${hex(b, 2)}`)
      .join(''),
  'points of Unicode': each((c) => (c === ' ' ? c : `U+${hex(c.codePointAt(0)!, 4).toUpperCase()} `)),
  'wrong coding': (t) => new TextDecoder('windows-1252').decode(Buffer.from(t)),
  'wrong coding, Latin 1': (t) => Buffer.from(t).toString('latin1'),
  base64: (t) => Buffer.from(t).toString('base64'),
  'letters thirteen further': (t) =>
    bare(t).replace(/[a-z]/gi, (c) => String.fromCharCode(((c.toLowerCase().charCodeAt(0) - 84) % 26) + 97)),
  'letters one further': (t) => bare(t).replace(/[a-z]/gi, (c) => String.fromCharCode(((c.toLowerCase().charCodeAt(0) - 96) % 26) + 97)),
  'letters from the other end': letters('abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba'),
  Braille: letters('abcdefghijklmnopqrstuvwxyz', '⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵'),
  'bytes in hexadecimal': (t) =>
    bytes(t)
      .map((b) => hex(b, 2))
      .join(' '),
  'tagged words': words((w) => `<span>${w}</span>`),
};
