import { falseOn } from '../claim.js';
import { tokenise, type Token, type Tokens } from '../text/tokens.js';
import { hitsIn, pairShare, type Aligned } from './align.js';
import { candidates } from './candidates.js';
import type { ClaimIndex, Reading } from './claim-index.js';
import type { KnownClaim } from './claim-store.js';
import type { Scorer } from './model.js';
import { otherNumbers } from './signals/numbers.js';
import { languageOf, readPost } from './stance/reading.js';
import type { Language } from './stance/stance-table.js';
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
export interface MatchRules extends Reading {
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

/** By what a match is made, besides the text and the claim. */
export const modelsOf = ({ model, stance }: MatchRules): string => `${model.id}.${stance.model.id}`;

const wasFalse = ({ falseFrom, falseTo }: KnownClaim, date: string | null): boolean =>
  date === null || falseFrom === null || falseOn({ falseFrom, falseTo }, date);

/** What a look tells of a post whatever comes of it: its best score, also below the floor, and of its words how many no claim knows. */
export interface Glance {
  best: number;
  language: Language;
  words: number;
  unknown: number;
}
/** Claims that were false at the post's date, those that the post resembles most first; at most `top`, none below `floor`. */
export const match = (post: Post, index: ClaimIndex, rules: MatchRules, options: { top: number; floor?: number }): Match[] =>
  look(post, index, rules, options).matches;

export function look(
  post: Post,
  index: ClaimIndex,
  rules: MatchRules,
  { top: most, floor = 0 }: { top: number; floor?: number },
): { matches: Match[]; glance: Glance } {
  const read = tokenise(post.text, rules.text, index.knows);
  const query = index.query(read);
  const found = index.search(query, Math.max(rules.score.candidates, most));
  const scored = candidates(found, query, index)
    .map((candidate) => ({ candidate, score: rules.model.score(candidate.values) }))
    .sort((a, b) => b.score - a.score);
  const top: { claim: KnownClaim; pair: Aligned; score: number }[] = [];
  let best = 0;
  for (const { candidate, score } of scored) {
    if (top.length === most || (score < floor && best > 0)) break;
    const { claim } = candidate;
    if (!wasFalse(claim, post.date)) continue;
    best = Math.max(best, score);
    if (score >= floor) top.push({ claim, pair: candidate.pair, score });
  }
  const unknown = read.tokens.filter((t, i) => !t.number && query.families[i] < 0).length;
  const glance = { best, language: languageOf(read.tokens, rules.text), words: read.tokens.length, unknown };
  if (top.length === 0) return { matches: [], glance };
  const reading = readPost(post, read, rules.stance.words, rules.text);
  const { sure } = rules.stance.words;
  const disguised = inDisguise(read.repairs, rules.stance);
  const matches = top.map(({ claim, pair, score }): Match => {
    const hits = hitsIn(pair);
    const { stance, cues } = stanceOf(reading, pair, rules.stance);
    return {
      claimId: claim.claimId,
      versionId: claim.versionId,
      model: modelsOf(rules),
      score: Math.round(score * 10_000) / 10_000,
      strength: strengthOf(score, { words: read.tokens.length, unrelated: surely(stance, sure, disguised) === 'unrelated' }, rules.score),
      stance,
      reasons: reasonsOf(post, read, { claim, pair, hits }, cues, rules.text.longest),
      spans: spansOf(hits, read.tokens),
    };
  });
  return { matches, glance };
}

function reasonsOf(
  post: Post,
  read: Tokens,
  about: { claim: KnownClaim; pair: Aligned; hits: number[] },
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

/** Whether what was undone in a text tells that somebody hid it on purpose. */
export const inDisguise = (repairs: readonly string[], { words }: StanceRules): boolean =>
  repairs.some((repair) => words.disguises.has(repair));
/** The same of a post that was matched. */
export const foundInDisguise = (reasons: readonly Reason[], rules: StanceRules): boolean =>
  inDisguise(
    reasons.flatMap((reason) => (reason.code === 'repaired' ? reason.what : [])),
    rules,
  );

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
