import { createHash, createHmac } from 'node:crypto';

// Crockford's base 32: no I, L, O, U, so that a code survives being read out on the phone
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** The receipt of a report: 80 bits that nobody without the office's secret can guess, in four groups. */
export function receiptCode(secret: string, reportId: string): string {
  const mac = createHmac('sha256', `receipt ${secret}`).update(reportId).digest();
  const letters = Array.from({ length: LENGTH }, (_, i) => LETTERS[mac[i] % LETTERS.length]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as people type it: any case, any separators, O for 0, I and L for 1. Null when it cannot be one. */
export function readReceiptCode(typed: string): string | null {
  const bare = typed
    .slice(0, 64)
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return bare.length === LENGTH && [...bare].every((c) => LETTERS.includes(c)) ? bare.replace(/(.{4})(?=.)/g, '$1-') : null;
}
export const receiptHash = (code: string): Buffer => createHash('sha256').update(code).digest();
