import type { SignedIn } from '../crawl/engine/index.js';
import { readCookies } from '../crawl/profiles/cookie-file.js';
import { isOf } from '../crawl/profiles/is-of.js';
import { cookiesGiven, hostsGiven } from './cookies-given.js';
import { WrongUse } from './wrong-use.js';

const NO_SESSION = {
  unreadable: 'holds something that is no cookie; wanted are those of',
  'too-many': 'holds too many cookies of',
  'none-for-hosts': 'holds no cookie that still counts of',
};

/** The session that a visit of this page bears, as its package names it; null where none is given. */
export async function sessionGiven(url: string, { cookies, hosts }: { cookies?: string; hosts?: string }): Promise<SignedIn | null> {
  if (cookies === undefined) {
    if (hosts !== undefined) throw new WrongUse('--hosts tells whose session --cookies holds; there are no cookies');
    return null;
  }
  const { hostname } = new URL(url);
  const own = hosts === undefined ? [hostname] : hostsGiven(hosts);
  if (!isOf(hostname, own)) throw new WrongUse(`${hostname} is none of the hosts whose session it is: ${own.join(', ') || 'none'}`);
  const read = readCookies(await cookiesGiven(cookies), own, new Date());
  if (!read.ok) throw new WrongUse(`${cookies} ${NO_SESSION[read.reason]} ${own.join(', ')}`);
  return { name: 'command-line', version: 1, cookies: read.cookies, hosts: own };
}
