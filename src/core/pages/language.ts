import type { Request, Response } from 'express';
import type { Language } from './texts.js';

/** What the visitor chose (kept in a cookie), else what the browser asks for first, else the office's own. */
export function languageOf(request: Request, response: Response, office: Language): Language {
  const chosen = request.query.lang;
  if (chosen === 'vi' || chosen === 'en') {
    response.cookie('lang', chosen, { maxAge: 31_536_000_000, sameSite: 'lax', httpOnly: true, path: '/' });
    return chosen;
  }
  const kept = /(?:^|;\s*)lang=(vi|en)/.exec(request.headers.cookie ?? '')?.[1];
  if (kept) return kept as Language;
  const asked = request.acceptsLanguages(office, 'vi', 'en');
  return asked === 'vi' || asked === 'en' ? asked : office;
}
