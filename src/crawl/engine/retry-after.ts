import { valueOf, type Exchange } from './exchange.js';

const BUSY = [429, 503];
const LONGEST_MS = 366 * 86_400_000;

/** When a server that is asked too much says that it may be asked again (RFC 9110, 10.2.3), in UTC; null where it says nothing that can be. */
export function retryAtOf({
  status,
  responseHeaders,
  answeredAt,
}: Pick<Exchange, 'status' | 'responseHeaders' | 'answeredAt'>): string | null {
  const says = valueOf(responseHeaders, 'retry-after').trim();
  if (status === null || !BUSY.includes(status) || !answeredAt || !says) return null;
  const asked = Date.parse(answeredAt);
  const at = /^\d{1,10}$/.test(says) ? asked + Number(says) * 1_000 : / GMT$/.test(says) ? Date.parse(says) : Number.NaN;
  return at > asked && at <= asked + LONGEST_MS ? new Date(at).toISOString() : null;
}
