import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { CONFIG, type Config } from '../config.js';
import { Open } from '../identity/index.js';
import { Problem } from '../problem/problem.js';
import { Metrics } from './metrics.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** For Prometheus on this machine, or with the token of the settings. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Measures for Prometheus. */
  @Get()
  @Open()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  read(@Req() request: Request): Promise<string> {
    if (!fromThisMachine(request) && !this.holdsToken(request.get('authorization')))
      throw new Problem('forbidden', { detail: 'Measures are read on this machine, or with the token METRICS_TOKEN' });
    return this.metrics.text();
  }

  private holdsToken(header: string | undefined): boolean {
    const { metricsToken } = this.config;
    return metricsToken !== null && timingSafeEqual(hash(header ?? ''), hash(`Bearer ${metricsToken}`));
  }
}

/** What a proxy on this machine passes on comes from elsewhere. */
function fromThisMachine(request: Request): boolean {
  const passedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => request.headers[name] !== undefined);
  return !passedOn && LOOPBACK.has(request.socket.remoteAddress ?? '');
}
