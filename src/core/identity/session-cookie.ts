import type { Request, Response } from 'express';

// the prefix binds the cookie to this host, over a secure channel (browsers count localhost as one)
export const SESSION_COOKIE = '__Host-lachan';

export function sessionToken(request: Request): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === SESSION_COOKIE) return value;
  }
  return undefined;
}
export function giveSession(response: Response, token: string, hours: number): void {
  response.cookie(SESSION_COOKIE, token, { httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge: hours * 3_600_000 });
}
export function takeSession(response: Response): void {
  response.clearCookie(SESSION_COOKIE, { httpOnly: true, secure: true, sameSite: 'strict', path: '/' });
}

/** Plain HTTP is for this machine only. */
export function mayCarryPasswords(request: Request): boolean {
  const host = request.hostname;
  return request.secure || host === 'localhost' || host === '127.0.0.1' || host.endsWith('.localhost');
}
