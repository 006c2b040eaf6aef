import type { NavigateOptions } from 'react-router-dom';

/** Into the queue with its first post open. */
export const FIRST = { state: { first: true } } satisfies NavigateOptions;
export const asksForFirst = (state: unknown): boolean => (state as { first?: boolean } | null)?.first === true;
