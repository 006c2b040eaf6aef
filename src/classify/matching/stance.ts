import { tokenise, type TextRules, type Token } from '../text/tokens.js';

export const STANCES = ['spread', 'denial', 'question', 'unrelated'] as const;
export type StanceLabel = (typeof STANCES)[number];
/** Does the post spread the claim, deny it or ask about it? `label` is null where the signs do not suffice. */
export interface Stance {
  label: StanceLabel | null;
  scores: Record<StanceLabel, number>;
}
export interface Cue {
  kind: string;
  start: number;
  end: number;
}

export interface StanceTable {
  cues: Record<string, { toward: StanceLabel; points: number; near: number; words: string[] }>;
  negations: string[];
  negation_points: number;
  question_mark_points: number;
  question_tail_points: number;
  spread_base: number;
  unrelated_below: number;
  unrelated_points: number;
  certain_from: number;
}
interface Phrase {
  kind: string;
  exact: string[];
  bare: string[];
}
export interface StanceRules extends Omit<StanceTable, 'negations'> {
  phrases: Map<string, Phrase[]>;
  negations: Set<string>;
  longest: number;
}

export function stanceRules(table: StanceTable, text: TextRules): StanceRules {
  const phrases = new Map<string, Phrase[]>();
  let longest = 0;
  for (const [kind, { words }] of Object.entries(table.cues))
    for (const words_ of words) {
      const { tokens } = tokenise(words_, text);
      const phrase = { kind, exact: tokens.map((t) => t.exact), bare: tokens.map((t) => t.bare) };
      longest = Math.max(longest, tokens.length);
      phrases.set(phrase.bare[0], [...(phrases.get(phrase.bare[0]) ?? []), phrase]);
    }
  return { ...table, phrases, longest, negations: new Set(table.negations.flatMap((n) => tokenise(n, text).tokens.map((t) => t.exact))) };
}

const REACH = 3;
const QUESTION = /[?？]/;
const SENTENCE_END = /[.!?？…\n;]/;

/** The sentence that each word stands in. */
export function sentencesOf(text: string, tokens: Token[]): Int32Array {
  const sentence = new Int32Array(tokens.length);
  for (let i = 1; i < tokens.length; i++)
    sentence[i] =
      sentence[i - 1] + (tokens[i].start > tokens[i - 1].end && SENTENCE_END.test(text.slice(tokens[i - 1].end, tokens[i].start)) ? 1 : 0);
  return sentence;
}

/** Every cue of the text, the longest at each place. */
export function cuesIn(tokens: Token[], hasMarks: boolean, rules: StanceRules): { kind: string; from: number; to: number }[] {
  const found: { kind: string; from: number; to: number }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const fitting = (rules.phrases.get(tokens[i].bare) ?? []).filter((p) =>
      p.bare.every((word, j) => {
        const token = tokens[i + j];
        return token !== undefined && (hasMarks ? token.exact === p.exact[j] : token.bare === word);
      }),
    );
    const longest = fitting.sort((a, b) => b.bare.length - a.bare.length)[0];
    if (!longest) continue;
    found.push({ kind: longest.kind, from: i, to: i + longest.bare.length - 1 });
    i += longest.bare.length - 1;
  }
  return found;
}

export interface Place {
  text: string;
  tokens: Token[];
  hasMarks: boolean;
  sentences: Int32Array;
  cues: { kind: string; from: number; to: number }[];
}
export interface About {
  from: number;
  to: number;
  hits: number[];
  score: number;
  claim: readonly string[];
}

/** Weighs the cues around the matching stretch of the post. */
export function stanceOf(post: Place, about: About, rules: StanceRules): { stance: Stance; cues: Cue[] } {
  const points: Record<StanceLabel, number> = { spread: rules.spread_base, denial: 0, question: 0, unrelated: 0 };
  const used: Cue[] = [];
  const first = post.sentences[about.from] ?? 0;
  const last = post.sentences[about.to] ?? 0;
  const own = new Set(about.hits);
  const counted = new Map<string, number>();
  for (const cue of post.cues) {
    const { toward, points: worth, near } = rules.cues[cue.kind];
    const away = Math.max(0, first - post.sentences[cue.to], post.sentences[cue.from] - last);
    if (away > near || allIn(own, cue.from, cue.to)) continue;
    const n = (counted.get(cue.kind) ?? 0) + 1;
    counted.set(cue.kind, n);
    points[toward] += worth / (1 + 0.5 * away) / n;
    used.push({ kind: cue.kind, start: post.tokens[cue.from].start, end: post.tokens[cue.to].end });
  }
  const asked = askedAt(post, mainSentence(post, about));
  if (asked !== null) {
    points.question += rules.question_mark_points + (rules.negations.has(post.tokens[asked].exact) ? rules.question_tail_points : 0);
    used.push({ kind: 'question-mark', start: post.tokens[asked].start, end: post.tokens[asked].end });
  }
  if (turnsRound(post, about, own, rules) && points.question < rules.question_mark_points) points.denial += rules.negation_points;
  points.unrelated = Math.max(0, rules.unrelated_below - about.score) * rules.unrelated_points - 1;
  return { stance: decide(points, rules.certain_from), cues: used };
}

const allIn = (set: Set<number>, from: number, to: number): boolean => {
  for (let i = from; i <= to; i++) if (!set.has(i)) return false;
  return true;
};

/** The sentence that holds most of the match. */
function mainSentence(post: Place, about: About): number {
  const held = new Map<number, number>();
  for (const hit of about.hits) held.set(post.sentences[hit], (held.get(post.sentences[hit]) ?? 0) + 1);
  return [...held].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}
/** The last word of the sentence when a question mark follows it, else null. */
function askedAt(post: Place, sentence: number): number | null {
  const end = post.sentences.lastIndexOf(sentence);
  if (end < 0) return null;
  return QUESTION.test(post.text.slice(post.tokens[end].end, post.tokens[end + 1]?.start ?? post.text.length).slice(0, 4)) ? end : null;
}
/** Does a negation, in the sentence of the match, stand right before words of the match that the claim itself does not negate? */
function turnsRound(post: Place, about: About, own: Set<number>, rules: StanceRules): boolean {
  const main = mainSentence(post, about);
  const negated = new Set(about.claim.flatMap((word, i) => (rules.negations.has(word) ? about.claim.slice(i + 1, i + 1 + REACH) : [])));
  for (let i = Math.max(0, about.from - 2); i <= about.to; i++) {
    if (!rules.negations.has(post.tokens[i].exact) || post.sentences[i] !== main) continue;
    const after: number[] = [];
    for (let j = i + 1; j <= i + REACH && j < post.tokens.length && post.sentences[j] === post.sentences[i]; j++)
      if (own.has(j)) after.push(j);
    if (after.length > 0 && !after.some((j) => negated.has(post.tokens[j].exact))) return true;
  }
  return false;
}
function decide(points: Record<StanceLabel, number>, certainFrom: number): Stance {
  const weights = STANCES.map((s) => Math.exp(points[s]));
  const sum = weights.reduce((a, b) => a + b, 0);
  const scores = Object.fromEntries(STANCES.map((s, i) => [s, Math.round((weights[i] / sum) * 1000) / 1000])) as Record<
    StanceLabel,
    number
  >;
  const top = [...STANCES].sort((a, b) => scores[b] - scores[a])[0];
  return { label: scores[top] >= certainFrom ? top : null, scores };
}
