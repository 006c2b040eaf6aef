import { call, get, query } from './client.js';
import type { Page } from './types.js';

const LIMIT = 100;
/** lists that are narrowed by words of people: such a call has them in its body, since addresses stand in the logs of proxies */
const BY_WORDS = new Set(['/triage', '/claims', '/corrections']);

/** One page of a list. */
export function listPage<T>(
  path: string,
  filter: Record<string, string | number | null | undefined>,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<Page<T>> {
  const asked = { limit: LIMIT, ...filter, cursor };
  if (!filter.q || !BY_WORDS.has(path)) return get<Page<T>>(`${path}${query(asked)}`, signal);
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null && value !== undefined && value !== ''));
  return call<Page<T>>('POST', `${path}/search`, given, undefined, signal);
}
