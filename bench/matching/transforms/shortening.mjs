// Names and titles that are written long and short.
import { replaceWords } from './tools.mjs';
import { words } from './words.mjs';

export const shortening = [
  {
    name: 'names-shortened',
    why: 'TP.HCM, UBND, BV: offices and places as initials',
    apply: (text, random) => replaceWords(text, words.short, random),
  },
  { name: 'names-written-out', why: 'initials as full names', apply: (text) => replaceWords(text, words.long, undefined, true) },
];
