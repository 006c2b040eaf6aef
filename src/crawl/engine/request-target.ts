/** What a request line names: an address, or why it names none that may be asked; then `url` is where it came to. */
export interface Target {
  url: string;
  refused: string | null;
}
const AUTHORITY = /^(?:[^\s/?#@\\:[\]]+|\[[\da-fA-F:.]+\]):\d{1,5}$/;

/** The host and port of a CONNECT request; null when it names none. */
export const tunnelTo = (target: string | undefined): string | null => (target && AUTHORITY.test(target) ? target : null);

/**
 * The address of a request to the proxy. Nothing is resolved against a base: what begins with two slashes is a path of its host and no other host.
 * In a tunnel the line must be a path, outside it a whole address; the Host header must name the same host. `secure`: with TLS within the tunnel.
 */
export function targetOf(tunnel: string | undefined, line: string, hostHeaders: string[], secure = true): Target {
  const scheme = tunnel === undefined || !secure ? 'http' : 'https';
  const whole = tunnel === undefined ? line : `${scheme}://${tunnel}${line.startsWith('/') ? line : '/'}`;
  const came = tunnel === undefined ? (hostHeaders[0] ?? '') : tunnel;
  const refuse = (says: string): Target => ({
    url: URL.canParse(`${scheme}://${came}/`) ? new URL(`${scheme}://${came}/`).href : `${scheme}://unnamed.invalid/`,
    refused: says,
  });
  if (tunnel !== undefined && !line.startsWith('/'))
    return refuse(`in a tunnel to ${tunnel} something else was asked for: ${line.slice(0, 200)}`);
  if (tunnel === undefined && !/^http:\/\/[^/?#\\]/i.test(line)) return refuse(`no whole address: ${line.slice(0, 200)}`);
  if (!URL.canParse(whole)) return refuse(`no address: ${line.slice(0, 200)}`);
  const url = new URL(whole);
  if (url.username || url.password) return refuse('an address with a name or password');
  const named = hostHeaders.length === 1 && URL.canParse(`${scheme}://${hostHeaders[0]}`) ? new URL(`${scheme}://${hostHeaders[0]}`) : null;
  if (named?.href !== `${scheme}://${url.host}/`)
    return refuse(`the header names ${hostHeaders.join(', ').slice(0, 200) || 'no host'}, the request ${url.host}`);
  return { url: url.href, refused: null };
}
