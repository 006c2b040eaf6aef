import { valueOf, type Exchange } from './exchange.js';
import type { RawCapture } from './raw.js';

/** Where an answer sends on to; null when it is no redirect. */
export function sentOnTo(answer: Exchange): string | null {
  const { status, responseHeaders, url } = answer;
  const location = status !== null && status >= 300 && status < 400 ? valueOf(responseHeaders, 'location') : '';
  return location && URL.canParse(location, url) ? new URL(location, url).href.replace(/#.*$/, '') : null;
}

/** The last answer to an address, redirects followed through what was recorded. */
export function lastAnswer(exchanges: readonly Exchange[], url: string, most: number): Exchange | undefined {
  let at = exchanges.find((e) => e.url === url);
  for (let hops = 0; at && hops <= most; hops++) {
    const target = sentOnTo(at);
    if (!target) return at;
    const from: Exchange = at;
    at =
      exchanges.find((e) => e.id > from.id && e.url === target) ??
      unanswered(from, `the redirect to ${new URL(target).host || new URL(target).protocol} was not followed`);
  }
  return at && unanswered(at, 'too many redirects');
}

/** Where the answers to an order begin. */
export function firstAnswer({ order, exchanges, robots }: Pick<RawCapture, 'order' | 'exchanges' | 'robots'>): Exchange | undefined {
  const start = new URL(order.url);
  start.hash = '';
  return exchanges.find((e) => e.url === start.href) ?? exchanges.find((e) => !robots?.exchanges.includes(e.id));
}

/** An answer with those before it that led there, the first one first. */
export function chainOf(exchanges: readonly Exchange[], start: Exchange, most: number): Exchange[] {
  const chain = [start];
  for (let target = sentOnTo(start); target && chain.length <= most; target = sentOnTo(chain.at(-1)!)) {
    const { id } = chain.at(-1)!;
    const next = exchanges.find((e) => e.id > id && e.url === target);
    if (!next) break;
    chain.push(next);
  }
  return chain;
}

/** Its body is that of a redirect, and no answer that cannot be read. */
const unanswered = (from: Exchange, says: string): Exchange => ({ ...from, status: null, body: null, fault: { kind: 'failed', says } });
