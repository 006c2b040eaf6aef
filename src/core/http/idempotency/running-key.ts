import { AsyncLocalStorage } from 'node:async_hooks';

/** The idempotency key under which the current call runs; the fence says which of several tries it is. */
export interface RunningKey {
  hash: Buffer;
  fence: number;
}
export const runningKey = new AsyncLocalStorage<RunningKey>();
