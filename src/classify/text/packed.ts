import { rewrite, type Written } from './written.js';

const BASE64 = /(?<![\w+/=-])[\w+/-]{16,}={0,2}(?![\w+/=-])/g;
const HEX = /(?<![\da-f])(?:(?:[\da-f]{2} ){7,}[\da-f]{2}|(?:[\da-f]{2}){8,})(?![\da-f])/gi;
const BITS = /(?<!\d)(?:[01]{8}[ ,]*){7,}[01]{8}(?!\d)/g;
const DECIMAL = /(?<!\d)(?:\d{2,3}[ ,]+){7,}\d{2,3}(?!\d)/g;
// the rest of it may be digits and signs that stand for letters
const MOSTLY = 0.4;

/** Null where it is no text of words. */
function textOf(bytes: Buffer): string | null {
  const text = bytes.toString();
  if (text.includes('\ufffd') || text.length < 8) return null;
  if (!/^[\p{L}\p{M}\s!-~]+$/u.test(text)) return null;
  return (text.match(/[\p{L}\p{M} ]/gu)?.length ?? 0) >= text.length * MOSTLY ? text : null;
}
const ofBytes = (found: string, base: number, length: RegExp): string | null => {
  const bytes = (found.match(length) ?? []).map((digits) => parseInt(digits, base));
  return bytes.some((byte) => byte > 0xff) ? null : textOf(Buffer.from(bytes));
};

/** Text that was packed in base64, or written byte by byte in digits. */
export function readPacked(written: Written): Written {
  let read = written;
  read = rewrite(read, BITS, ([found]) => ofBytes(found, 2, /[01]{8}/g));
  read = rewrite(read, DECIMAL, ([found]) => ofBytes(found, 10, /\d+/g));
  read = rewrite(read, HEX, ([found]) => ofBytes(found, 16, /[\da-f]{2}/gi));
  return rewrite(read, BASE64, ([found]) => (/[A-Z]/.test(found) && /[a-z]/.test(found) ? textOf(Buffer.from(found, 'base64')) : null));
}
