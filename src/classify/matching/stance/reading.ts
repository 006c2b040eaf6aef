import type { TextRules, Token, Tokens } from '../../text/tokens.js';
import { Names } from './names.js';
import type { Language, Phrases, StanceWords } from './stance-table.js';

/** Words that stand together, by their places. */
export interface Run {
  kind: string;
  from: number;
  to: number;
}
/** A post as its stance is read, whatever the claim. */
export interface Reading {
  text: string;
  tokens: readonly Token[];
  hasMarks: boolean;
  language: Language;
  sentences: Int32Array;
  /** what closes each sentence asks */
  asked: ReadonlySet<number>;
  cues: readonly Run[];
  negated: ReadonlySet<number>;
  /** words between quotation marks */
  quoted: ReadonlySet<number>;
  author: string | null;
  names: Names;
}

const SENTENCE_END = /[.!?？…\n;]/;
const QUESTION = /[?？❓❔]/u;
const QUOTED = /"([^"\n]{1,200})"|“([^”\n]{1,200})”|«([^»\n]{1,200})»|‘([^’\n]{2,200})’(?!\p{L})/gu;

export function readPost(
  { text, author = null }: { text: string; author?: string | null },
  { tokens, hasMarks }: Tokens,
  words: StanceWords,
  rules: TextRules,
): Reading {
  const language = languageOf(tokens, rules);
  const sentences = new Int32Array(tokens.length);
  const asked = new Set<number>();
  tokens.forEach((token, i) => {
    const gap = text.slice(token.end, tokens[i + 1]?.start ?? token.end + 8);
    if (QUESTION.test(gap)) asked.add(sentences[i]);
    if (i + 1 < tokens.length) sentences[i + 1] = sentences[i] + (token.end < tokens[i + 1].start && SENTENCE_END.test(gap) ? 1 : 0);
  });
  const phrases = (known: Phrases) => runsOf(tokens, hasMarks, known);
  const negated = new Set(phrases(words.negations[language]).map((run) => run.to));
  return {
    text,
    tokens,
    hasMarks,
    language,
    sentences,
    asked,
    cues: phrases(words.cues[language]),
    negated,
    quoted: quotedIn(text, tokens),
    author,
    names: new Names(tokens, hasMarks, language, rules.syllables),
  };
}

/** Vietnamese where most words are built as its syllables are. */
export function languageOf(tokens: readonly Token[], rules: TextRules): Language {
  const letters = tokens.filter((t) => !t.number);
  const built = letters.filter((t) => t.exact !== t.bare || rules.syllables.has(t.bare)).length;
  return built >= letters.length * 0.75 ? 'vi' : 'en';
}

/** Every phrase of the text, the longest at each place. */
export function runsOf(tokens: readonly Token[], hasMarks: boolean, known: Phrases): Run[] {
  const found: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const fits = known
      .get(tokens[i].bare)
      ?.find((p) =>
        p.bare.every(
          (word, j) => tokens[i + j] !== undefined && (hasMarks ? tokens[i + j].exact === p.exact[j] : tokens[i + j].bare === word),
        ),
      );
    if (!fits) continue;
    found.push({ kind: fits.kind, from: i, to: i + fits.bare.length - 1 });
    i += fits.bare.length - 1;
  }
  return found;
}

function quotedIn(text: string, tokens: readonly Token[]): Set<number> {
  const quoted = new Set<number>();
  let i = 0;
  for (const m of text.matchAll(QUOTED)) {
    while (i < tokens.length && tokens[i].start < m.index) i++;
    for (; i < tokens.length && tokens[i].end <= m.index + m[0].length; i++) quoted.add(i);
  }
  return quoted;
}
