import { ClaimIndex } from '../classify/matching/claim-index.js';
import { modelsOf } from '../classify/matching/match.js';
import { answerPosts, type Answering, type Told } from './answer-posts.js';
import { batchesOf, type Batch } from './lines.js';
import { indexOfClaims, placeOfIndex } from './match-index.js';
import { lineMatcher, type Matching } from './match-lines.js';
import { MatchPool } from './match-pool.js';
import { rulesBy } from './match-rules.js';
import { placeToWrite } from './place-to-write.js';

/** Names of files, how many claims a post may get, and how many threads work. */
export interface Files extends Answering {
  claims: string;
  index?: string;
  top: number;
  model?: string;
  threads: number;
}
/** fewer bytes of posts are matched sooner than further threads have taken up the claims */
const SMALL = 2 ** 19;
/** batches under way for each thread: one that it works on, and one that lies ready */
const AHEAD = 4;

/** Sets each post of a file beside the claims of another, and writes a line for each as it goes; the same bytes with any number of threads. */
export async function matchFiles(options: Files) {
  const { posts, out, top, model, json } = options;
  placeToWrite(out, [posts, options.claims, model, options.index]);
  placeOfIndex(options);
  const rules = rulesBy(model);
  const matching: Matching = { index: await indexOfClaims(options), posts, top, model };
  const { first, rest, small } = await begun(batchesOf(posts));
  const counts = { strong: 0, suggested: 0, ...(await answered(joined(first, rest), small ? 1 : options.threads)) };
  return { claims: ClaimIndex.open(matching.index, rules).size, ...counts, model: modelsOf(rules), out };

  async function answered(batches: AsyncIterable<Batch>, threads: number): Promise<Told> {
    const go = (answer: MatchPool['answer'], ahead: number) => answerPosts({ posts, out, json }, answer, { ahead, batches });
    if (threads === 1) {
      const matcher = lineMatcher(matching);
      return go((batch) => Promise.resolve(matcher.answer(batch)), 1);
    }
    const pool = new MatchPool(matching, threads);
    try {
      return await go(pool.answer, threads * AHEAD);
    } finally {
      await pool.close();
    }
  }
}

/** The first batches of posts, until there are enough to tell that these are no few. */
async function begun(batches: AsyncGenerator<Batch>): Promise<{ first: Batch[]; rest: AsyncGenerator<Batch>; small: boolean }> {
  const first: Batch[] = [];
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    first.push(next.value);
    if (next.value.read > SMALL) return { first, rest: batches, small: false };
  }
  return { first, rest: batches, small: true };
}
async function* joined(first: Batch[], rest: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
  yield* first.splice(0);
  yield* rest;
}
