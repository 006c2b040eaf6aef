import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problem/problem.js';

const nul = () => new Problem('invalid', { detail: 'A text here holds the character NUL' });

/** No text of this house holds NUL, which PostgreSQL cannot keep. */
export function refuseNul(request: Request, _response: Response, next: NextFunction): void {
  next(request.originalUrl.includes('%00') ? nul() : undefined);
}
/** The same for a body, before it is read: as it is, or as JSON spells it. */
export function refuseNulBody(_request: unknown, _response: unknown, body: Buffer): void {
  if (body.includes(0) || body.includes('\\u0000')) throw new Error('A text in the body holds the character NUL');
}
