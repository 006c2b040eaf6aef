import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Problem } from '../../core/problem/problem.js';
import { askOutside } from '../../crawl/index.js';
import '../problems.js';
import { checksIn, searchAddress, type AskedChecks, type ChecksPage } from './fact-check.js';
import { exchangeTable } from './exchange-table.js';

const OK = 200;
const TOO_MANY = 429;
const LATER = 60;

/** A fact-checking service outside, by the form of the Google Fact Check Tools API; it is off unless it is set. */
@Injectable()
export class FactChecks {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async search(asked: AskedChecks): Promise<ChecksPage> {
    const { factCheckUrl: base, factCheckKey: key, factCheckAllow: allow } = this.config;
    if (!base) throw new Problem('fact-checks-off');
    const { timeout_seconds, most_bytes, page } = exchangeTable.service;
    const headers = { accept: 'application/json', 'accept-encoding': 'identity', ...(key ? { 'x-goog-api-key': key } : {}) };
    const answer = await askOutside(searchAddress(base, asked, page), { method: 'GET', headers }, allow, {
      milliseconds: timeout_seconds * 1_000,
      bytes: most_bytes,
    }).catch((error: Error) => {
      throw new Problem('fact-checks-silent', { says: error.message });
    });
    if (answer.status === TOO_MANY) throw new Problem('fact-checks-many', { retryAfterSeconds: Number(answer.retryAfter) || LATER });
    if (answer.status >= 500) throw new Problem('fact-checks-silent', { says: `it answered ${answer.status}` });
    if (answer.status !== OK) throw new Problem('fact-checks-refused', { says: `it answered ${answer.status}` });
    const found = checksIn(answer.body.toString());
    if (!found) throw new Problem('fact-checks-unreadable');
    return found;
  }
}
