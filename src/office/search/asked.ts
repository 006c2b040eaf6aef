import { wordsOf, wordsTyped, type Words } from '../../core/text/words.js';

/** What somebody typed into the box for everything may be. */
export interface Asked {
  /** as it was typed, but for margins and doubled blanks */
  text: string;
  link: string | null;
  number: string | null;
  phrase: string | null;
  /** its words for the index of words */
  words: Words;
  /** the same, where a hyphen joins none */
  apart: Words;
  /** the beginning of a handle */
  handle: string | null;
  /** words of a name, of which the last one may be only begun */
  author: string | null;
  /** the beginning of a reference or an official number */
  reference: string | null;
  /** a SHA-256, or enough of its beginning */
  hash: string | null;
  /** the number of an entry in the log */
  seq: string | null;
}

const LINK = /^(https?:\/\/\S+|[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?\/\S*)$/iu;
const NUMBER = /^(\d{4}-\d{1,6}|\d{1,6})$/;
const HANDLE = /^@?([\p{L}\p{N}_.-]{2,100})$/u;
const REFERENCE = /^(\d{4}-\d{6}|[\p{L}\p{N}-]{1,40}\/[\p{L}\p{N}/-]{0,40})$/u;
const HASH = /^[0-9a-f]{8,64}$/i;
const SEQ = /^#?(\d{1,15})$/;
const NOTHING = {
  link: null,
  number: null,
  phrase: null,
  words: { whole: null, begun: null },
  apart: { whole: null, begun: null },
  handle: null,
  author: null,
  reference: null,
  hash: null,
  seq: null,
};
const LONGEST = 200;
const MOST_WORDS = 8;

/** A link, a number or reference, a hash, or a phrase of at least three characters, which may be somebody's name or handle. */
export function asked(typed: string): Asked {
  const text = typed.trim().replace(/\s+/gu, ' ');
  if (LINK.test(text)) return { ...NOTHING, text, link: text };
  const number = NUMBER.test(text) ? text : null;
  const phrase = number?.includes('-') || [...text].length < 3 ? null : text.slice(0, LONGEST);
  const marked = text.startsWith('@');
  const handle = marked || phrase !== null ? (HANDLE.exec(text)?.[1] ?? null) : null;
  return {
    text,
    link: null,
    number,
    phrase,
    words: wordsOf(phrase ?? ''),
    apart: wordsTyped(phrase ?? ''),
    handle,
    author: phrase === null || (marked && handle) ? null : nameWords(phrase),
    reference: REFERENCE.test(text) ? text : number && !number.includes('-') ? `${number}/` : null,
    hash: HASH.test(text) ? text.toLowerCase() : null,
    seq: SEQ.exec(text)?.[1] ?? null,
  };
}
function nameWords(phrase: string): string | null {
  const words = phrase.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, MOST_WORDS).join(' ') || null;
}
const literally = (text: string): string => text.replace(/[%_\\]/g, '\\$&');
/** The phrase as a pattern that matches it literally anywhere. */
export const anywhere = (phrase: string): string => `%${literally(phrase)}%`;
/** The same, at the beginning. */
export const beginning = (text: string): string => `${literally(text)}%`;
