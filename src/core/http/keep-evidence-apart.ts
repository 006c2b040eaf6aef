import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config.js';
import { Problem } from '../problem/problem.js';

const REPLAY = /^\/replay\//i; // as routes are found

/** What strangers wrote is replayed under a host name of its own, where no cookie of the office goes, and nothing else answers there. */
export function keepEvidenceApart({ evidenceUrl }: Pick<Config, 'evidenceUrl'>) {
  const { hostname } = new URL(evidenceUrl);
  return (request: Request, _response: Response, next: NextFunction): void =>
    next((request.hostname === hostname) === REPLAY.test(request.path) ? undefined : new Problem('missing'));
}
