import { falseOn } from '../claim.js';
import { tokenise, type TextRules, type Token, type Tokens } from '../text/tokens.js';
import { align, hitsIn, pairShare, type Aligned } from './align.js';
import { type ClaimIndex, type Found, type IndexedClaim, type IndexRules, type Query } from './claim-index.js';
import { type Scorer, valuesOf } from './model.js';
import { otherNumbers } from './signals/numbers.js';
import { readPost } from './stance/reading.js';
import { surely, type Cue, type Stance } from './stance/stance.js';
import { stanceOf, type StanceRules } from './stance/stance-of.js';

export type Strength = 'suggest' | 'strong';
/** Why: a code with its values; the reader's words for it lie with the reader. */
export type Reason =
  | { code: 'in-picture'; part: string; confidence: number }
  | { code: 'in-subtitles'; part: string }
  | { code: 'words'; share: number; words: string[] }
  | { code: 'pairs'; share: number }
  | { code: 'numbers-differ'; words: string[] }
  | { code: 'without-marks' }
  | { code: 'date-unknown' }
  | { code: 'text-cut'; at: number }
  | { code: 'repaired'; what: string[] }
  | { code: 'cue'; kind: string; words: string; start: number; end: number };
export interface Span {
  start: number;
  end: number;
}
export interface Match {
  claimId: string;
  versionId: string;
  /** the ids of the models that scored it and read its stance */
  model: string;
  score: number;
  strength: Strength | null;
  stance: Stance;
  reasons: Reason[];
  spans: Span[];
}
/** `dated`: the date is the post's own; else it stands in for one that the post does not show. `author`: the name over it. */
export interface Post {
  text: string;
  author?: string | null;
  date: string | null;
  dated?: boolean;
}

export interface ScoreRules {
  candidates: number;
  thresholds: { suggest: number; strong: number };
  /** a post of fewer words is never a strong match */
  strong_words: number;
}
export interface MatchRules {
  text: TextRules;
  index: IndexRules;
  common: ReadonlySet<string>;
  score: ScoreRules;
  model: Scorer;
  stance: StanceRules;
}

const WORDS_SHOWN = 12;
const CUES_SHOWN = 6;

/** A post of a few words is too short to tell, and one that says something else in the claim's words is not like it: both are suggested at most. */
export function strengthOf(
  score: number,
  post: { words: number; unrelated: boolean },
  { thresholds, strong_words }: ScoreRules,
): Strength | null {
  if (score >= thresholds.strong && post.words >= strong_words && !post.unrelated) return 'strong';
  return score >= thresholds.suggest ? 'suggest' : null;
}

/** A claim that came into question: its signals, and its wording that the post repeats most. */
export interface Candidate {
  claim: IndexedClaim;
  values: Float64Array;
  pair: Aligned;
}

/** The claims that share most with the post, best first, laid beside it. */
export function candidates(found: readonly Found[], query: Query, index: ClaimIndex): Candidate[] {
  return found.map(({ claim, bm25 }) => {
    const standing = { bm25, topBm25: found[0].bm25, lettersBm25: index.lettersOf(claim, query) };
    const pairs = index.wordings[claim].map((wording) => align(query, wording, standing));
    return {
      claim: index.claims[claim],
      values: valuesOf(pairs),
      pair: pairs.reduce((top, p) => (p.window.share > top.window.share ? p : top)),
    };
  });
}

/** By what a match is made, besides the text and the claim. */
export const modelsOf = ({ model, stance }: MatchRules): string => `${model.id}.${stance.model.id}`;

/** Claims that were false at the post's date, those that the post resembles most first; at most `top`, none below `floor`. */
export function match(post: Post, index: ClaimIndex, rules: MatchRules, options: { top: number; floor?: number }): Match[] {
  const read = tokenise(post.text, rules.text, index.knows);
  const { date } = post;
  const query = index.query(read);
  const scored = candidates(index.search(query, Math.max(rules.score.candidates, options.top)), query, index)
    .filter(
      ({ claim }) => date === null || claim.falseFrom === null || falseOn(claim as { falseFrom: string; falseTo: string | null }, date),
    )
    .map((candidate) => ({ ...candidate, score: rules.model.score(candidate.values) }))
    .filter(({ score }) => score >= (options.floor ?? 0));
  const top = scored.sort((a, b) => b.score - a.score).slice(0, options.top);
  if (top.length === 0) return [];
  const reading = readPost(post, read, rules.stance.words, rules.text);
  return top.map(({ claim, pair, score }) => {
    const hits = hitsIn(pair);
    const { stance, cues } = stanceOf(reading, pair, rules.stance);
    return {
      claimId: claim.claimId,
      versionId: claim.versionId,
      model: modelsOf(rules),
      score: Math.round(score * 10_000) / 10_000,
      strength: strengthOf(
        score,
        { words: read.tokens.length, unrelated: surely(stance, rules.stance.words.sure) === 'unrelated' },
        rules.score,
      ),
      stance,
      reasons: reasonsOf(post, read, { claim, pair, hits }, cues, rules.text.longest),
      spans: spansOf(hits, read.tokens),
    };
  });
}

function reasonsOf(
  post: Post,
  read: Tokens,
  about: { claim: IndexedClaim; pair: Aligned; hits: number[] },
  cues: Cue[],
  longest: number,
): Reason[] {
  const { claim, pair, hits } = about;
  const shown = (at: number[]) => at.slice(0, WORDS_SHOWN).map((i) => post.text.slice(read.tokens[i].start, read.tokens[i].end));
  const reasons: Reason[] = [{ code: 'words', share: percent(pair.window.share), words: shown(hits) }];
  const pairs = percent(pairShare(pair));
  if (pairs > 0) reasons.push({ code: 'pairs', share: pairs });
  const others = otherNumbers(pair);
  if (others.length > 0) reasons.push({ code: 'numbers-differ', words: shown(others) });
  if (!read.hasMarks && pair.wording.exact.some((w) => /[^a-z0-9]|[a-z]\d$/.test(w))) reasons.push({ code: 'without-marks' });
  if (read.repairs.length > 0) reasons.push({ code: 'repaired', what: read.repairs });
  if ((post.date === null || post.dated === false) && claim.falseTo !== null) reasons.push({ code: 'date-unknown' });
  if (post.text.length > longest) reasons.push({ code: 'text-cut', at: longest });
  for (const cue of cues.slice(0, CUES_SHOWN))
    reasons.push({ code: 'cue', kind: cue.kind, words: post.text.slice(cue.start, cue.end), start: cue.start, end: cue.end });
  return reasons;
}

const percent = (share: number): number => Math.round(share * 100);

/** Neighbouring words that match, as stretches of the original text. */
function spansOf(hits: number[], tokens: Token[]): Span[] {
  const spans: Span[] = [];
  let before = -9;
  for (const at of hits) {
    const { start, end } = tokens[at];
    const open = spans[spans.length - 1];
    if (open && at - before <= 2) {
      // words of a text that was written backwards stand before one another
      open.start = Math.min(open.start, start);
      open.end = Math.max(open.end, end);
    } else spans.push({ start, end });
    before = at;
  }
  return spans;
}
