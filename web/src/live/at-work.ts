const STILL_MS = 5_000;
let last = 0;

/** Notes that somebody points or types in the page. */
export function watchWork(): () => void {
  const note = ({ target }: Event) => {
    if (target instanceof Element && target.closest('main')) last = Date.now();
  };
  const over = new AbortController();
  for (const type of ['pointermove', 'pointerdown', 'keydown', 'wheel'])
    addEventListener(type, note, { passive: true, signal: over.signal });
  return () => over.abort();
}
export const atWork = (): boolean => Date.now() - last < STILL_MS;
