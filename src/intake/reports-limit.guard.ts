import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { CONFIG, type Config } from '../core/config.js';
import { networkOf } from '../core/http/network-of.js';
import { Problem } from '../core/problem/problem.js';

const MINUTE = 60_000;
const MOST_NETWORKS = 50_000;
const THE_REST = 'the rest';

/** So many reports a minute from one network, counted by each server process for itself. */
@Injectable()
export class ReportsLimit {
  private minute = 0;
  private readonly seen = new Map<string, number>();
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  demand({ ip }: Request): void {
    const network = networkOf(ip ?? '');
    const minute = Math.floor(Date.now() / MINUTE);
    if (minute !== this.minute) {
      this.minute = minute;
      this.seen.clear();
    }
    const from = this.seen.has(network) || this.seen.size < MOST_NETWORKS ? network : THE_REST;
    const count = (this.seen.get(from) ?? 0) + 1;
    this.seen.set(from, count);
    if (count > this.config.limits.reportsPerMinute) throw new Problem('too-many', { retryAfterSeconds: 60 });
  }
}

/** The same before anything of a call is read. */
@Injectable()
export class ReportsLimitGuard implements CanActivate {
  constructor(private readonly limit: ReportsLimit) {}

  canActivate(context: ExecutionContext): boolean {
    this.limit.demand(context.switchToHttp().getRequest<Request>());
    return true;
  }
}
