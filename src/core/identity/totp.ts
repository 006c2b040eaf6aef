import { Secret, TOTP } from 'otpauth';

/** The step of time that a code stands for; null when it stands for none of now. */
export function stepOfCode(base32: string, code: string): number | null {
  const totp = new TOTP({ secret: Secret.fromBase32(base32) });
  const delta = totp.validate({ token: code, window: 1 });
  return delta === null ? null : totp.counter() + delta;
}
