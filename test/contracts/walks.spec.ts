import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { emptyBooks } from '../walks/books.js';
import { recounted } from '../walks/in-public.js';
import { Stage } from '../walks/stage.js';
import { plans, walk } from '../walks/walk.js';

const { WALKS = '6', WALKS_SEED = '20260914', WALKS_BOOKS } = process.env;
const MINUTES = 60_000;
/** So long after the first breach a shorter walk to it is looked for. */
const SHRINKS_MS = Number(process.env.WALKS_SHRINKS_MS ?? 60_000);

describe('random walks of the people of an office', () => {
  test(
    'no illegal state, no decision without its approver, and the public figures are those of the log after each',
    async () => {
      const stage = await Stage.open();
      const books = emptyBooks();
      try {
        let broken = Infinity;
        const walks = fc.asyncProperty(plans, async (plan) => {
          if (Date.now() - broken > SHRINKS_MS) return;
          await walk(stage, books, plan).catch((breach: Error) => {
            broken = Math.min(broken, Date.now());
            throw breach;
          });
        });
        await fc.assert(walks, { numRuns: Number(WALKS), seed: Number(WALKS_SEED) });
        expect(await recounted(stage)).toBe(0);
      } finally {
        await stage.close();
        const acts = [...books.acts].map(([name, a]) => [name, { ...a, refused: Object.fromEntries(a.refused) }]);
        if (WALKS_BOOKS)
          writeFileSync(
            WALKS_BOOKS,
            JSON.stringify({ walks: books.walks, acts: Object.fromEntries(acts), checks: Object.fromEntries(books.checks) }),
          );
      }
      expect(books.walks).toBeGreaterThanOrEqual(Number(WALKS));
    },
    60 * MINUTES,
  );
});
