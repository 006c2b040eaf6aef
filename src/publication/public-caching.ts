import type { Request, Response } from 'express';

/** A page depends on the language that was chosen; who has just chosen gets a page of their own. */
export function cachedByLanguage(request: Request, response: Response, seconds: number): void {
  response.vary('Accept-Language, Cookie');
  response.setHeader('cache-control', request.query.lang ? 'private, no-cache' : `public, max-age=${seconds}`);
}
