/** A cookie as a browser keeps it; `expires` in seconds since 1970, null: with the browser. */
export interface Cookie {
  name: string;
  value: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: 'Strict' | 'Lax' | 'None' | null;
  expires: number | null;
}
export type ReadCookies = { ok: true; cookies: Cookie[] } | { ok: false; reason: 'unreadable' | 'too-many' | 'none-for-hosts' };

const MOST = 300;
/** as browsers keep them: RFC 6265bis, 5.7 */
const LONGEST = 4_096;
const NAME = /^[\x21-\x3a\x3c\x3e-\x7e]+$/;
const VALUE = /^[\x20-\x3a\x3c-\x7e]*$/;
const HTTP_ONLY = '#HttpOnly_';
const SAME_SITE: Record<string, Cookie['sameSite']> = { strict: 'Strict', lax: 'Lax', none: 'None', no_restriction: 'None' };

/** Reads what a browser gave of a session (cookies.txt as curl writes it, or JSON) and keeps what belongs to these hosts and still counts. */
export function readCookies(file: string, hosts: readonly string[], now: Date): ReadCookies {
  const found = /^\s*[[{]/.test(file) ? fromJson(file) : fromLines(file);
  if (!found || !found.every(isSound)) return { ok: false, reason: 'unreadable' };
  const cookies = found.filter((c) => hosts.some((h) => goesTo(c, h)) && (c.expires === null || c.expires > now.getTime() / 1_000));
  if (cookies.length === 0) return { ok: false, reason: 'none-for-hosts' };
  return cookies.length > MOST ? { ok: false, reason: 'too-many' } : { ok: true, cookies };
}

/** Is it sent to this host or to one below it? */
export function goesTo({ domain, hostOnly }: Pick<Cookie, 'domain' | 'hostOnly'>, host: string): boolean {
  return domain === host || domain.endsWith(`.${host}`) || (!hostOnly && host.endsWith(`.${domain}`));
}
const isSound = ({ name, value, domain, path }: Cookie): boolean =>
  NAME.test(name) &&
  VALUE.test(value) &&
  name.length + value.length <= LONGEST &&
  /^[a-z0-9.-]{1,253}$/.test(domain) &&
  path.startsWith('/');

/** Seven fields between tabs. */
function fromLines(file: string): Cookie[] | null {
  const lines = file.split(/\r?\n/).filter((line) => line.trim() && (!line.startsWith('#') || line.startsWith(HTTP_ONLY)));
  const cookies = lines.map((line): Cookie | null => {
    const httpOnly = line.startsWith(HTTP_ONLY);
    const [domain, below, path, secure, expires, name, value = '', ...rest] = line.slice(httpOnly ? HTTP_ONLY.length : 0).split('\t');
    if (!name || rest.length > 0 || !/^\d{1,15}(\.\d+)?$/.test(expires)) return null;
    return {
      ...{ name, value, path, httpOnly, sameSite: null },
      domain: domain.toLowerCase().replace(/^\./, ''),
      hostOnly: below.toUpperCase() !== 'TRUE',
      secure: secure.toUpperCase() === 'TRUE',
      expires: Number(expires) || null,
    };
  });
  return cookies.every((c) => c !== null) && cookies.length > 0 ? cookies : null;
}

/** A list of cookies, or an object that has one, as browsers and their tools write them. */
function fromJson(file: string): Cookie[] | null {
  let told: unknown;
  try {
    told = JSON.parse(file);
  } catch {
    return null;
  }
  const list = Array.isArray(told) ? (told as unknown[]) : (told as { cookies?: unknown }).cookies;
  if (!Array.isArray(list) || list.length === 0) return null;
  const cookies = list.map((given): Cookie | null => {
    const c = (given ?? {}) as Record<string, unknown>;
    const { name, value, domain, path = '/' } = c;
    if (typeof name !== 'string' || typeof value !== 'string' || typeof domain !== 'string' || typeof path !== 'string') return null;
    const expires = Number(c.expirationDate ?? c.expires ?? 0);
    return {
      ...{ name, value, path },
      domain: domain.toLowerCase().replace(/^\./, ''),
      hostOnly: c.hostOnly === undefined ? !domain.startsWith('.') : c.hostOnly === true,
      secure: c.secure === true,
      httpOnly: c.httpOnly === true,
      sameSite: SAME_SITE[String(c.sameSite).toLowerCase()] ?? null,
      expires: expires > 0 ? expires : null,
    };
  });
  return cookies.every((c) => c !== null) ? cookies : null;
}
