import { Inject, Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { setTimeout as pause } from 'node:timers/promises';
import { CONFIG, type Config } from '../../config.js';
import type { OfficeRequest } from '../../identity/index.js';
import { keyedHash } from '../../identity/secrets.js';
import { Problem } from '../../problem/problem.js';
import { isAskedInBody } from '../asked-in-body.js';
import { asProblem } from '../problem.filter.js';
import { KeptAnswers, type Answer, type Claimed } from './kept-answers.repository.js';
import { runningKey, type RunningKey } from './running-key.js';
import './problems.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const KEY = /^[\x21-\x7e]{1,200}$/;
const TURNS = 60;
const TURN_MS = 50;

/** An unsafe call of a signed-in person that carries an Idempotency-Key has one effect and one answer, however often it comes. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly kept: KeptAnswers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<OfficeRequest>();
    const given = request.get('idempotency-key');
    // a multipart body is read after this point; its route minds the key itself
    if (given === undefined || SAFE.has(request.method) || !request.actor || request.is('multipart/*')) return next.handle();
    if (isAskedInBody(context.getHandler())) return next.handle();
    if (!KEY.test(given)) throw new Problem('idempotency-key');
    const response = context.switchToHttp().getResponse<Response>();
    const claimed = await this.claim(request, given);
    if (claimed.state === 'mine') return from(this.run(claimed.key, next, response));
    if (claimed.state === 'answered') return from(again(claimed.answer, response));
    throw new Problem(
      claimed.state === 'running' ? 'same-key-running' : claimed.state === 'answer-lost' ? 'answer-lost' : 'idempotency-mismatch',
      claimed.state === 'running' ? { retryAfterSeconds: 2 } : {},
    );
  }

  /** A twin that runs at this moment is waited for a little. */
  private async claim(request: OfficeRequest, given: string): Promise<Claimed> {
    const path = request.originalUrl.split('?')[0];
    const hash = keyedHash(this.config.secret, 'idempotency-key', JSON.stringify([request.actor!.staffId, request.method, path, given]));
    const requestHash = keyedHash(
      this.config.secret,
      'idempotency-request',
      JSON.stringify([request.originalUrl.slice(path.length), request.body ?? null]),
    );
    for (let turn = 1; ; turn++) {
      const claimed = await this.kept.claim(hash, requestHash);
      if (claimed.state !== 'running' || turn === TURNS) return claimed;
      await pause(TURN_MS);
    }
  }

  private async run(key: RunningKey, next: CallHandler, response: Response): Promise<unknown> {
    try {
      const value = await runningKey.run(key, () => lastValueFrom(next.handle(), { defaultValue: undefined }));
      if (value instanceof StreamableFile || response.headersSent) await this.kept.release(key);
      else await this.kept.keep(key, { status: response.statusCode, value });
      return value;
    } catch (error) {
      const { code, details, kind } = asProblem(error);
      if (kind.status >= 500 || kind.status === 429 || code === 'same-key-running') await this.kept.release(key).catch(() => undefined);
      else await this.kept.keep(key, { status: kind.status, problem: { code, details } });
      throw error;
    }
  }
}

async function again({ status, value, problem }: Answer, response: Response): Promise<unknown> {
  response.setHeader('idempotency-replayed', 'true');
  if (problem) throw new Problem(problem.code, problem.details);
  response.status(status);
  return value;
}
