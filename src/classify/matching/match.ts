import { falseOn } from '../claim.js';
import { tokenise, type TextRules, type Token } from '../text/tokens.js';
import { type ClaimIndex, type IndexedClaim, type IndexRules } from './claim-index.js';
import { observe, SIGNALS, type Seen, type Signals } from './signals.js';
import { cuesIn, sentencesOf, stanceOf, type Stance, type StanceRules } from './stance.js';

export type Strength = 'suggest' | 'strong';
/** Why: a code with its values; the reader's words for it lie with the reader. */
export type Reason =
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
  score: number;
  strength: Strength | null;
  stance: Stance;
  reasons: Reason[];
  spans: Span[];
}
/** `dated`: the date is the post's own; else it stands in for one that the post does not show. */
export interface Post {
  text: string;
  date: string | null;
  dated?: boolean;
}

export interface ScoreRules {
  candidates: number;
  weights: Signals & { base: number };
  thresholds: { suggest: number; strong: number };
}
export interface MatchRules {
  text: TextRules;
  index: IndexRules;
  common: ReadonlySet<string>;
  score: ScoreRules;
  stance: StanceRules;
}

const WORDS_SHOWN = 12;

export function scoreOf(signals: Signals, weights: ScoreRules['weights']): number {
  const z = SIGNALS.reduce((sum, name) => sum + weights[name] * signals[name], weights.base);
  return 1 / (1 + Math.exp(-z));
}
export const strengthOf = (score: number, t: ScoreRules['thresholds']): Strength | null =>
  score >= t.strong ? 'strong' : score >= t.suggest ? 'suggest' : null;

/** Claims that were false at the post's date, those that the post resembles most first; at most `top`, none below `floor`. */
export function match(post: Post, index: ClaimIndex, rules: MatchRules, options: { top: number; floor?: number }): Match[] {
  const { tokens, repairs, hasMarks } = tokenise(post.text, rules.text, index.knows);
  const query = index.query(tokens);
  const found = index.search(query, Math.max(rules.score.candidates, options.top * 2));
  const ranked = new Map<number, { claim: IndexedClaim; seen: Seen; score: number; wording: number }>();
  for (const { wording, score: bm25 } of found) {
    const { claim: c } = index.wordings[wording];
    const claim = index.claims[c];
    if (post.date !== null && claim.falseFrom !== null && !falseOn(claim as { falseFrom: string; falseTo: string | null }, post.date))
      continue;
    const seen = observe(index, query, index.wordings[wording], bm25, found[0].score);
    const score = scoreOf(seen.signals, rules.score.weights);
    if (score >= (options.floor ?? 0) && score > (ranked.get(c)?.score ?? -1)) ranked.set(c, { claim, seen, score, wording });
  }
  const top = [...ranked.values()].sort((a, b) => b.score - a.score || a.wording - b.wording).slice(0, options.top);
  if (top.length === 0) return [];
  const place = {
    text: post.text,
    tokens,
    hasMarks,
    sentences: sentencesOf(post.text, tokens),
    cues: cuesIn(tokens, hasMarks, rules.stance),
  };
  return top.map(({ claim, seen, score, wording }) => {
    const { stance, cues } = stanceOf(place, { ...seen, score, claim: index.wordings[wording].exact }, rules.stance);
    const shown = (at: number[]) => at.slice(0, WORDS_SHOWN).map((i) => post.text.slice(tokens[i].start, tokens[i].end));
    const reasons: Reason[] = [{ code: 'words', share: percent(seen.signals.together), words: shown(seen.hits) }];
    if (seen.signals.pairs > 0) reasons.push({ code: 'pairs', share: percent(seen.signals.pairs) });
    if (seen.otherNumbers.length > 0) reasons.push({ code: 'numbers-differ', words: shown(seen.otherNumbers) });
    if (!hasMarks && tokens.length > 0 && index.wordings[wording].exact.some((w) => /[^a-z0-9]|[a-z]\d$/.test(w)))
      reasons.push({ code: 'without-marks' });
    if (repairs.length > 0) reasons.push({ code: 'repaired', what: repairs });
    if ((post.date === null || post.dated === false) && claim.falseTo !== null) reasons.push({ code: 'date-unknown' });
    if (post.text.length > rules.text.longest) reasons.push({ code: 'text-cut', at: rules.text.longest });
    for (const cue of cues.slice(0, 6))
      reasons.push({ code: 'cue', kind: cue.kind, words: post.text.slice(cue.start, cue.end), start: cue.start, end: cue.end });
    return {
      claimId: claim.claimId,
      versionId: claim.versionId,
      score: Math.round(score * 10_000) / 10_000,
      strength: strengthOf(score, rules.score.thresholds),
      stance,
      reasons,
      spans: spansOf(seen.hits, tokens),
    };
  });
}

const percent = (share: number): number => Math.round(share * 100);

/** Neighbouring words that match, as stretches of the original text. */
function spansOf(hits: number[], tokens: Token[]): Span[] {
  const spans: Span[] = [];
  let before = -9;
  for (const at of hits) {
    const { start, end } = tokens[at];
    const open = spans[spans.length - 1];
    if (open && at - before <= 2) open.end = Math.max(open.end, end);
    else spans.push({ start, end });
    before = at;
  }
  return spans;
}
