import { readFileSync } from 'node:fs';
import type { Exchange } from './exchange.js';
import type { Guard } from './guard.js';
import { sentOnTo } from './redirects.js';
import { LONGEST_ROBOTS, robotsVerdict } from './robots.js';

export type RobotsPolicy = 'ignore' | 'record' | 'obey';
/** What a site asks of machines, and what was made of it. */
export interface Robots {
  policy: RobotsPolicy;
  agent: string;
  url: string;
  /** of the last answer; null: there was none */
  status: number | null;
  sha256: string | null;
  verdict: 'allowed' | 'disallowed' | 'unreachable';
  rule: string | null;
  /** which exchanges asked for it */
  exchanges: number[];
}
/** as the standard wants them followed at least */
const MOST_REDIRECTS = 5;

/** What is known before the site was asked. */
export const unasked = (asked: string, policy: RobotsPolicy, agent: string): Robots => ({
  policy,
  agent,
  url: new URL('/robots.txt', asked).href,
  status: null,
  sha256: null,
  verdict: 'unreachable',
  rule: null,
  exchanges: [],
});

export const forbidden = (robots: Robots | null): boolean => robots?.policy === 'obey' && robots.verdict !== 'allowed';

/** Asks for robots.txt of a site through the guard; a site that has none allows everything, one that does not answer allows nothing (RFC 9309). */
export async function askRobots(guard: Guard, asked: string, robots: Robots, userAgent: string): Promise<void> {
  let answer: Exchange | undefined;
  for (let at: string | null = robots.url; at; at = robots.exchanges.length > MOST_REDIRECTS ? null : sentOnTo(answer)) {
    answer = await guard.fetch({
      url: at,
      method: 'GET',
      headers: ['Host', new URL(at).host, 'User-Agent', userAgent, 'Accept', '*/*', 'Accept-Encoding', 'identity'],
    });
    robots.exchanges.push(answer.id);
  }
  const { status, sha256, fault, body } = answer!;
  Object.assign(robots, { status, sha256 });
  if (fault || status === null || status >= 500) return;
  const file = status === 200 && body ? readFileSync(body).subarray(0, LONGEST_ROBOTS).toString() : '';
  Object.assign(robots, robotsVerdict(file, robots.agent, asked));
}
