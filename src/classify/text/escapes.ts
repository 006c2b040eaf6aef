import { rewrite, type Written } from './written.js';

const BYTE = '%[89ab][\\da-f]';
const QUOTED = '=[89ab][\\da-f]';
const HEX = '\\\\x[\\da-f]{2}';
const ESCAPE = `%[2-7][\\da-f]|%0[9ad]|%[cd][\\da-f]${BYTE}|%e[\\da-f](?:${BYTE}){2}|%f[0-4](?:${BYTE}){3}|=[cd][\\da-f]${QUOTED}|=e[\\da-f](?:${QUOTED}){2}|%u[\\da-f]{4}|\\\\u\\{[\\da-f]{1,6}\\}|\\\\u[\\da-f]{4}|(?:${HEX}){1,64}|U\\+[\\da-f]{4,5}(?: (?=U\\+))?`;
const LINK_OR_ESCAPE = new RegExp(`https?:\\/\\/\\S*|www\\.\\S*|${ESCAPE}`, 'gi');
const ONE = new RegExp(ESCAPE, 'gi');
// so many make a text that was written in them; fewer may be shares of a hundred
const FEWEST = 3;

function decoded(escape: string): string | null {
  if (escape[1] === 'x' || escape[1] === 'X') return Buffer.from(escape.replace(/\\x/gi, ''), 'hex').toString();
  if (escape[0] === '=') return Buffer.from(escape.replaceAll('=', ''), 'hex').toString();
  if (!/^%[^u]/i.test(escape)) {
    const point = parseInt(escape.slice(2).replace(/[{} ]/g, ''), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : null;
  }
  try {
    return decodeURIComponent(escape);
  } catch {
    return null;
  }
}

/** Letters written as escapes of a link, a letter or a program: `%74in`, `ti=E1=BB=81n`, `\u0074in`. Links stay as they are. */
export function readEscapes(written: Written): Written {
  if (!/[%=\\]|U\+/i.test(written.text)) return written;
  let many = 0;
  for (const [one] of written.text.matchAll(ONE)) if ((many += one.startsWith('\\x') ? one.length / 4 : 1) >= FEWEST) break;
  if (many < FEWEST) return written;
  const read = rewrite(written, LINK_OR_ESCAPE, ([found]) => (/^(?:https?:|www)/i.test(found) ? null : decoded(found)));
  return /\s/.test(written.text) ? read : rewrite(read, /\+/g, () => ' ');
}
