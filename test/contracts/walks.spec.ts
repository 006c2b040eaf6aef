import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { emptyBooks } from '../walks/books.js';
import { recounted } from '../walks/in-public.js';
import { Stage } from '../walks/stage.js';
import { plans, walk } from '../walks/walk.js';

const { WALKS = '8', WALKS_SEED = '20260914', WALKS_BOOKS } = process.env;
const MINUTES = 60_000;

describe('random walks of the people of an office', () => {
  test(
    'no illegal state, no decision without its approver, and the public figures are those of the log after each',
    async () => {
      const stage = await Stage.open();
      const books = emptyBooks();
      try {
        const walks = fc.asyncProperty(plans, (plan) => walk(stage, books, plan));
        await fc.assert(walks, { numRuns: Number(WALKS), seed: Number(WALKS_SEED), interruptAfterTimeLimit: 40 * MINUTES });
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
