// When a screen is whole: nothing is asked for any more, nothing has changed for a moment, and all of it is on the glass.
const QUIET_MS = 150;
const PATIENCE = { polling: 50, timeout: 20_000 };

/** Counts what a page waits for, but for the live stream, which stays open; from its next document on. */
export const watchWaiting = (page) =>
  page.evaluateOnNewDocument(() => {
    const state = { waiting: 0, moved: 0 };
    globalThis.lookedAt = state;
    const fetched = globalThis.fetch;
    globalThis.fetch = (...asked) => {
      const answer = fetched(...asked);
      if (String(asked[0]).includes('/api/live')) return answer;
      state.waiting++;
      const done = () => state.waiting--;
      answer.then(done, done);
      return answer;
    };
    new MutationObserver(() => (state.moved = performance.now())).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });

export async function settled(page) {
  await page.waitForFunction(
    (quiet) =>
      lookedAt.waiting === 0 &&
      performance.now() - lookedAt.moved > quiet &&
      !document.querySelector('.mantine-Skeleton-root') &&
      [...document.images].every((image) => image.complete),
    PATIENCE,
    QUIET_MS,
  );
  await painted(page);
}
/** Until what has changed is on the glass. */
export const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
