import { rewrite, type Written } from './written.js';

const CUE = /[ÃÂÄÅÆÐðáâ][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;
const FEWEST = 2;
// what Windows-1252 shows for the bytes from 0x80 to 0x9f
const SHOWN = new Map(Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ', (c, i) => [c, 0x80 + i]));
const LATER = `[\\u0080-\\u00bf${[...SHOWN.keys()].join('')}]`;
const LETTER = new RegExp(`[\\u00c2-\\u00df]${LATER}|[\\u00e0-\\u00ef]${LATER}{2}|[\\u00f0-\\u00f4]${LATER}{3}`, 'g');
const byteOf = (c: string): number => SHOWN.get(c) ?? c.charCodeAt(0);

/** UTF-8 that was taken for Latin 1: `tiá»n` is tiền. */
export function readWrongCoding(written: Written): Written {
  if (!CUE.test(written.text) || [...written.text.matchAll(LETTER)].length < FEWEST) return written;
  return rewrite(written, LETTER, ([letter]) => {
    const read = Buffer.from(Array.from(letter, byteOf)).toString();
    return read.includes('\ufffd') ? null : read;
  });
}
