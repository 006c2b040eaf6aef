import type { Request } from 'express';

/** The route as it is declared, never the address as it was asked for: an address may hold a receipt code. */
export function routeTemplate(request: Request): string {
  const path = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : '(none)';
}
