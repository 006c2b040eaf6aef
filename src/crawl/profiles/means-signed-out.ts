import type { SignedIn } from '../engine/index.js';
import { isOf } from './is-of.js';

/**
 * Does a login wall say that a session has ended? Only one of its own hosts, and not where the same capture said so of an earlier
 * version: then the page shows its wall to everybody, and would end the session again after each renewal.
 */
export function meansSignedOut(
  seen: { observation: string; finalUrl: string },
  { hosts, version }: Pick<SignedIn, 'hosts' | 'version'>,
  said: number | null,
): boolean {
  if (seen.observation !== 'login-wall' || (said !== null && said < version)) return false;
  return URL.canParse(seen.finalUrl) && isOf(new URL(seen.finalUrl).hostname, hosts);
}
