import { Bench, type Aligned, type Standing } from './align.js';
import type { ClaimIndex, Query } from './claim-index.js';
import type { KnownClaim } from './claim-store.js';
import { raise, SIGNAL_NAMES } from './model.js';
import type { Found } from './search.js';

/** A claim that came into question: its signals, and its wording that the post repeats most. */
export class Candidate {
  readonly values: Float64Array;
  private best: number;
  constructor(
    private readonly bench: Bench,
    private readonly place: number,
    private readonly standing: Standing,
  ) {
    this.values = new Float64Array(SIGNAL_NAMES.length);
    const { store } = bench.index;
    this.best = store.firstWording(place);
    let share = -1;
    for (let wording = store.firstWording(place); wording < store.firstWording(place + 1); wording++) {
      raise(this.values, bench.lay(wording, standing));
      if (bench.window.share > share) [this.best, share] = [wording, bench.window.share];
    }
  }
  get claim(): KnownClaim {
    return this.bench.index.claim(this.place);
  }
  /** The wording beside the post, on a bench of its own. */
  get pair(): Aligned {
    return new Bench(this.bench.index, this.bench.query).lay(this.best, this.standing);
  }
}

/** The claims that share most with the post, best first, laid beside it. */
export function candidates(found: readonly Found[], query: Query, index: ClaimIndex): Candidate[] {
  const bench = new Bench(index, query);
  const { store, letters } = index;
  letters.ask(query.runs);
  return found.map(({ claim: place, bm25 }) => {
    const lettersBm25 = letters.score(store.words.array, store.wordsStart(place), store.wordsEnd(place));
    return new Candidate(bench, place, { bm25, topBm25: found[0].bm25, lettersBm25 });
  });
}
