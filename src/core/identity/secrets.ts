import { hash, verify } from '@node-rs/argon2';
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

// argon2id with the parameters of OWASP's password storage advice (19 MiB, 2 passes, 1 lane)
const ARGON = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const DUMMY = hash('nobody has this password', ARGON);

/** One password is one, however a keyboard composes its letters. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), ARGON);

/** Takes as long for an unknown account as for a known one. */
export async function passwordHolds(stored: string | undefined, password: string): Promise<boolean> {
  const holds = await verify(stored ?? (await DUMMY), password.normalize('NFC'));
  return stored !== undefined && holds;
}

/** For an account, until its holder chooses their own. */
export const givenPassword = (): string => randomBytes(12).toString('base64url');
export const newToken = (): string => randomBytes(32).toString('base64url');
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
export const keyedHash = (secret: string, purpose: string, text: string): Buffer =>
  createHmac('sha256', derive(secret, purpose)).update(text).digest();

const derive = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'lachan', purpose, 32));

/** AES-256-GCM under a key of its own for each purpose: nonce (12) ‖ tag (16) ‖ ciphertext. */
export function encrypt(secret: string, purpose: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(secret, purpose), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}
export function decrypt(secret: string, purpose: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', derive(secret, purpose), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}
