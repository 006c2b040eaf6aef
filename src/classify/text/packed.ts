import { rewrite, type Written } from './written.js';

const BASE64 = /(?<![\w+/=-])[\w+/-]{16,}={0,2}(?![\w+/=-])/g;
const BYTES = /(?<![\da-f])(?:[\da-f]{2} ){7,}[\da-f]{2}(?![\da-f])/gi;
const MOSTLY = 0.8;

/** Null where it is no text of words. */
function textOf(bytes: Buffer): string | null {
  const text = bytes.toString();
  if (text.includes('\ufffd') || text.length < 8) return null;
  return (text.match(/[\p{L}\p{M} ]/gu)?.length ?? 0) >= text.length * MOSTLY ? text : null;
}

/** Text that was packed in base64, or written byte by byte in hexadecimal digits. */
export function readPacked(written: Written): Written {
  const bytes = rewrite(written, BYTES, ([found]) => textOf(Buffer.from(found.replaceAll(' ', ''), 'hex')));
  return rewrite(bytes, BASE64, ([found]) => (/[A-Z]/.test(found) && /[a-z]/.test(found) ? textOf(Buffer.from(found, 'base64')) : null));
}
