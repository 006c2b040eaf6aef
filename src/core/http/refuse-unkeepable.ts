import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problem/problem.js';

/** NUL and half a surrogate pair: PostgreSQL keeps neither. */
export const keepable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** No text of this house holds what cannot be kept: an address cannot spell but NUL. */
export function refuseUnkeepable(request: Request, _response: Response, next: NextFunction): void {
  next(request.originalUrl.includes('%00') ? new Problem('invalid', { detail: 'A text here holds the character NUL' }) : undefined);
}
/** The same for every name and text of a JSON body, as it is read. */
export function readKeepable(name: string, value: unknown): unknown {
  if (!keepable(name) || (typeof value === 'string' && !keepable(value)))
    throw new Error('A text in the body holds a character that nobody can keep');
  return value;
}
