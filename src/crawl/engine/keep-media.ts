import { valueOf, type Exchange } from './exchange.js';
import type { Guard } from './guard.js';
import { lastAnswer, sentOnTo } from './redirects.js';

export interface FoundMedium {
  kind: 'video' | 'audio' | 'picture';
  url: string;
}
/** A file that the post shows. Whole: `exchange` brought every byte of it; refused: its server or the guard said no; lost: it is missing. */
export interface Medium extends FoundMedium {
  state: 'whole' | 'refused' | 'lost';
  exchange: number | null;
  says: string | null;
}
const PASSED_ON = ['user-agent', 'accept-language', 'referer', 'cookie'];

/** Sees to it that each file is there whole: a browser asks for pieces of a film, or for nothing; then it is fetched once, through the guard. */
export async function keepMedia(guard: Guard, found: FoundMedium[], page: string, redirects: number, kept: Medium[]): Promise<void> {
  for (const medium of found) {
    const entry: Medium = { ...medium, state: 'lost', exchange: null, says: 'its time was up' };
    kept.push(entry);
    await guard.ended(medium.url);
    const answer = recorded(guard.exchanges, medium.url, redirects) ?? (await askAs(guard, medium.url, page, redirects));
    const refused = answer.fault?.kind === 'denied' || (answer.status !== null && answer.status >= 400);
    if (isWhole(answer)) Object.assign(entry, { state: 'whole', exchange: answer.id, says: null });
    else Object.assign(entry, { state: refused ? 'refused' : 'lost', says: answer.fault?.says ?? `the answer was ${answer.status}` });
  }
}

/** Every byte of a file, by one answer, as the server keeps it. */
export function isWhole({ fault, endedAt, method, status, bytes, responseHeaders }: Exchange): boolean {
  if (fault || !endedAt || method !== 'GET' || !/^(identity)?$/i.test(valueOf(responseHeaders, 'content-encoding'))) return false;
  const [, last, total] = /^bytes 0-(\d+)\/(\d+)$/.exec(valueOf(responseHeaders, 'content-range')) ?? [];
  return status === 200 || (status === 206 && Number(last) + 1 === Number(total) && bytes === Number(total));
}

function recorded(exchanges: readonly Exchange[], url: string, redirects: number): Exchange | undefined {
  const last = lastAnswer(exchanges, url, redirects);
  return exchanges.find((e) => e.url === last?.url && isWhole(e));
}

/** Asks for a file, or some of its bytes, as the browser asked for the page or for that file. */
export async function askAs(
  guard: Guard,
  url: string,
  page: string,
  redirects: number,
  range: [number, number] | null = null,
): Promise<Exchange> {
  const part = range ? ['Range', `bytes=${range[0]}-${range[1]}`] : [];
  const before = guard.exchanges.find((e) => e.url === url) ?? {
    ...guard.exchanges[0],
    requestHeaders: headersOf(guard.exchanges[0], page),
  };
  const asIt = before.requestHeaders.filter((_, i, all) => PASSED_ON.includes(all[i - (i % 2)].toLowerCase()));
  for (let [at, hops] = [url, 0]; ; hops++) {
    const own = new URL(at).host === new URL(url).host ? asIt : asIt.filter((_, i, all) => !/^cookie$/i.test(all[i - (i % 2)]));
    const answer = await guard.fetch({
      url: at,
      method: 'GET',
      headers: ['Host', new URL(at).host, ...own, 'Accept', '*/*', 'Accept-Encoding', 'identity', ...part],
    });
    const target = hops < redirects ? sentOnTo(answer) : null;
    if (!target) return answer;
    at = target;
  }
}

/** For a file that the browser did not ask for: as it asked for the page, which is where the file was found. */
const headersOf = (document: Exchange, page: string): string[] => [
  ...document.requestHeaders.filter((_, i, all) => !/^(cookie|referer)$/i.test(all[i - (i % 2)])),
  'Referer',
  page.replace(/#.*$/, ''),
];
