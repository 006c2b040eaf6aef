import type { FieldFault, HouseRule } from '../core/problem/invalid.js';
import { withoutUnseen } from '../core/text/visible.js';

export interface Bounds {
  short: number;
  long: number;
  letters: number;
}
export interface OwnBlank {
  long?: boolean;
  /** links belong into it: the sources of what is true */
  links?: boolean;
}
const LINK = /[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b[a-z0-9-]+\.[a-z]{2,}\//i;

/** Text as people see it: compatible spellings made one, characters without a shape of their own left out. */
export const asSeen = (text: string): string => withoutUnseen(text.normalize('NFKC')).trim();

/** Whether somebody can read something in it. */
export const saysSomething = (text: string, letters: number): boolean => (asSeen(text).match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= letters;

/** What is wrong with what a person wrote into a blank, or null; nothing at all leaves the blank open. */
export function ownWordsFault(text: string, blank: OwnBlank, bounds: Bounds): Omit<FieldFault<HouseRule>, 'path'> | null {
  const seen = asSeen(text);
  if (text === '') return null;
  const longest = blank.long ? bounds.long : bounds.short;
  if (!saysSomething(seen, bounds.letters))
    return { rule: 'says', min: bounds.letters, message: `it needs at least ${bounds.letters} letters that can be seen` };
  if ([...seen].length > longest) return { rule: 'maxLength', max: longest, message: `it may have at most ${longest} characters` };
  if (!blank.long && /[\r\n\u2028\u2029]/.test(seen)) return { rule: 'oneLine', message: 'it is one line' };
  if (/[{}]/.test(seen)) return { rule: 'noBraces', message: 'it has no braces' };
  if (!blank.links && LINK.test(seen)) return { rule: 'noLink', message: 'it names no link: the links of a request are those of its list' };
  return null;
}
