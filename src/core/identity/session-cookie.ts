import type { Request, Response } from 'express';

// the prefix binds the cookie to this host, over a secure channel (browsers count localhost as one)
export const SESSION_COOKIE = '__Host-lachan';

/** What a browser keeps that signed in once, so that nobody locks it out by trying from elsewhere. */
const DEVICE_COOKIE = '__Host-lachan-device';

export const sessionToken = (request: Request): string | undefined => cookieOf(request, SESSION_COOKIE);
export const deviceOf = (request: Request): string | undefined => cookieOf(request, DEVICE_COOKIE);

function cookieOf(request: Request, wanted: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === wanted) return value;
  }
  return undefined;
}
export function giveSession(response: Response, token: string, hours: number): void {
  response.cookie(SESSION_COOKIE, token, { httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge: hours * 3_600_000 });
}
export function giveDevice(response: Response, device: string, days: number): void {
  response.cookie(DEVICE_COOKIE, device, { httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge: days * 86_400_000 });
}
export function takeSession(response: Response): void {
  response.clearCookie(SESSION_COOKIE, { httpOnly: true, secure: true, sameSite: 'strict', path: '/' });
}

/** Plain HTTP is for this machine only. */
export function mayCarryPasswords(request: Request): boolean {
  const host = request.hostname;
  return request.secure || host === 'localhost' || host === '127.0.0.1' || host.endsWith('.localhost');
}
