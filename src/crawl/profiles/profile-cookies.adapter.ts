import { decrypt, encrypt } from '../../core/identity/secrets.js';
import type { Cookie } from './cookie-file.js';

/** Each version of each profile has a key of its own: what is moved to another row opens nothing. */
const purpose = (name: string, version: number): string => `signed-in profile ${name} ${version}`;

export const sealCookies = (secret: string, name: string, version: number, cookies: readonly Cookie[]): Buffer =>
  encrypt(secret, purpose(name, version), JSON.stringify(cookies));

/** Null where this house cannot open them: they were sealed with another secret, or changed. */
export function openCookies(secret: string, name: string, version: number, sealed: Buffer): Cookie[] | null {
  try {
    return JSON.parse(decrypt(secret, purpose(name, version), sealed)) as Cookie[];
  } catch {
    return null;
  }
}
