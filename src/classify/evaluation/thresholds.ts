import type { Strength } from '../matching/match.js';
import { share, type Answer, type Answered } from './answered.js';

/** What an inspector is shown at a threshold. */
export interface AtThreshold {
  /** of what is shown */
  precision: number | null;
  /** posts about a known claim that are shown it */
  recall: number | null;
  /** posts about nothing known that are shown something */
  'false alarms': number | null;
}

/** At both thresholds, over the first `shown` answers of each post. */
export function thresholdsOf(posts: readonly Answered[], shown: number): Record<Strength, AtThreshold> {
  const at = (reaches: (answer: Answer) => boolean): AtThreshold => {
    const all = posts.map(({ right, answers }) => {
      const reached = answers.slice(0, shown).filter(reaches);
      return { known: right.size > 0, reached: reached.length, hits: reached.filter(({ claim }) => right.has(claim)).length };
    });
    const known = all.filter((post) => post.known);
    const unknown = all.filter((post) => !post.known);
    return {
      precision: share(
        all.reduce((sum, { hits }) => sum + hits, 0),
        all.reduce((sum, { reached }) => sum + reached, 0),
      ),
      recall: share(known.filter(({ hits }) => hits > 0).length, known.length),
      'false alarms': share(unknown.filter(({ reached }) => reached > 0).length, unknown.length),
    };
  };
  return { suggest: at(({ strength }) => strength !== null), strong: at(({ strength }) => strength === 'strong') };
}
