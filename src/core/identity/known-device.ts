import { timingSafeEqual } from 'node:crypto';
import { keyedHash, newToken } from './secrets.js';

const PURPOSE = 'device';
const DAY_SECONDS = 86_400;
const signature = (secret: string, email: string, nonce: string, since: number): Buffer =>
  keyedHash(secret, PURPOSE, JSON.stringify([email, nonce, since]));

/** What a browser keeps that signed in to an account: it names nobody, and proves that to us alone. */
export function newDevice(secret: string, email: string, nowSeconds: number): string {
  const nonce = newToken();
  return [nonce, nowSeconds, signature(secret, email, nonce, nowSeconds).toString('base64url')].join('.');
}

/** The device's own id, if it signed in to this account within so many days; else null. */
export function knownDevice(secret: string, email: string, given: string | undefined, days: number, nowSeconds: number): string | null {
  const [nonce, since, signed] = (given ?? '').split('.');
  if (!nonce || !signed || !/^\d{1,12}$/.test(since ?? '')) return null;
  const age = nowSeconds - Number(since);
  const claimed = Buffer.from(signed, 'base64url');
  const due = signature(secret, email, nonce, Number(since));
  const holds = claimed.length === due.length && timingSafeEqual(claimed, due);
  return holds && age >= 0 && age <= days * DAY_SECONDS ? nonce : null;
}

/** How much later a try is answered, once there were more than the limit. */
export const slowBy = (tries: number, limit: number, stepMs: number, mostMs: number): number =>
  Math.min(mostMs, Math.max(0, tries - limit) * stepMs);
