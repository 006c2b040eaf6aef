import { isPublicAddress } from './public-address.js';
import type { Wrapper } from './wrapped-link.js';

export interface AddressRules {
  longest: number;
  tracking: string[];
  tracking_prefixes: string[];
  private_suffixes: string[];
  /** query parameters that choose a view of the same page */
  views: string[];
  kinds: Record<'whole' | 'part' | 'place', string[]>;
  wrappers: Wrapper[];
  wrapped_times: number;
}
export type AddressRefusal = 'too-long' | 'not-a-url' | 'unsupported-scheme' | 'credentials' | 'private-address';
export type NormalisedUrl = { ok: true; url: string } | { ok: false; reason: AddressRefusal };

/**
 * One form for every spelling of a link: scheme and host in lower case, no default port, fragment or tracking parameter.
 * `allow` opens single private targets (host:port) on purpose.
 */
export function normaliseUrl(text: string, rules: AddressRules, allow: readonly string[] = []): NormalisedUrl {
  const trimmed = text.trim();
  if (trimmed.length > rules.longest) return { ok: false, reason: 'too-long' };
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'http' && scheme !== 'https') return { ok: false, reason: 'unsupported-scheme' };
  if (/[\s\p{Cc}]/u.test(trimmed)) return { ok: false, reason: 'not-a-url' };
  let url: URL;
  try {
    url = new URL(scheme ? trimmed : `https://${trimmed}`);
  } catch {
    return { ok: false, reason: 'not-a-url' };
  }
  if (url.username || url.password) return { ok: false, reason: 'credentials' };
  const host = url.hostname.replace(/\.$/, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  if (!allow.includes(`${host}:${port}`)) {
    if (isPrivateHost(host, rules)) return { ok: false, reason: 'private-address' };
    if (!isLiteral(host) && !/\.[\p{L}\p{N}-]{2,}$/u.test(host)) return { ok: false, reason: 'not-a-url' };
  }
  url.hostname = host;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (isTracking(name, rules)) url.searchParams.delete(name);
  return { ok: true, url: url.href };
}

/** As the URL parser writes them: IPv6 in brackets, IPv4 as four numbers. */
const isLiteral = (host: string): boolean => host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);
const isTracking = (name: string, rules: AddressRules): boolean =>
  rules.tracking.includes(name) || rules.tracking_prefixes.some((p) => name.startsWith(p));
/** The URL parser has already read 0x7f.1, 2130706433 and the like as the addresses that they are. */
function isPrivateHost(host: string, rules: AddressRules): boolean {
  if (isLiteral(host)) return !isPublicAddress(host);
  return rules.private_suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
}
