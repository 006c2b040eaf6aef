import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { glossary } from '../glossary/glossary.js';
import type { OfficeRequest } from '../identity/index.js';
import { languageOf } from '../pages/language.js';
import { missingPage } from '../pages/missing.page.js';
import { Problem, problemDocument } from '../problem/problem.js';

const BY_STATUS: Record<number, string> = {
  400: 'invalid',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'missing',
  413: 'too-large',
  429: 'too-many',
  503: 'busy',
};
/** The database is not there, it or the disk is full, or it did not come to an end in time; `trying to connect`: every connection of the pool was taken. */
const AWAY_OR_FULL =
  /\bENOSPC\b|ECONN(REFUSED|RESET)|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|terminating connection|Connection terminated|trying to connect|\b53[0-9]00\b|\b57P0[123]\b|\b57014\b/;

/** Answers every error as problem+json in the language that the caller prefers, and says nothing of what is inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<OfficeRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = asProblem(error);
    if (problem.kind.status >= 500) this.log.error(`${request.id} ${(error as Error)?.stack ?? String(error)}`);
    if (response.headersSent) return void response.end();
    if (problem.code === 'missing' && isForEyes(request))
      return void response
        .status(404)
        .type('html')
        .send(missingPage(languageOf(request, response, 'vi')));
    const language = request.acceptsLanguages('en', 'vi') === 'vi' ? 'vi' : 'en';
    const title = glossary.problem[problem.code]?.[language] ?? problem.kind.title;
    response
      .status(problem.kind.status)
      .vary('Accept-Language')
      .setHeader('content-language', language)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problemDocument(problem, request.id), title }));
  }
}

/** A page that a person opened, not a call of a program. */
const isForEyes = (request: OfficeRequest): boolean =>
  request.method === 'GET' && !request.path.startsWith('/api/') && request.accepts('json', 'html') === 'html';

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException)
    return new Problem(BY_STATUS[error.getStatus()] ?? (error.getStatus() < 500 ? 'invalid' : 'internal'));
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  if (/^Request (aborted|closed)$/.test(message)) return new Problem('invalid'); // whoever sent a form went away
  return new Problem(AWAY_OR_FULL.test(`${code} ${message}`) ? 'busy' : 'internal');
}
