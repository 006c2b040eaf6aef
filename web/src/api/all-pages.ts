import { listPage } from './list-page.js';
import type { Page } from './types.js';

export const MOST_LINES = 20_000;

/** A whole list, page by page; `cut`: it is longer than anybody reads at once. */
export async function allPages<T>(
  path: string,
  filter: Record<string, string | null | undefined> = {},
  { signal, tell }: { signal?: AbortSignal; tell?: (n: number) => void } = {},
): Promise<{ items: T[]; cut: boolean }> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    tell?.(items.length);
    const page: Page<T> = await listPage<T>(path, filter, cursor, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && items.length < MOST_LINES);
  return { items, cut: cursor !== null };
}
