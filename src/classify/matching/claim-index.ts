import type { TextRules, Token } from '../text/tokens.js';
import { tokenise } from '../text/tokens.js';
import { best, Postings } from './postings.js';
import { gramsOf, Letters } from './letters.js';
import { Terms } from './terms.js';

/** A claim as the matcher knows it; without days it is false at any time. */
export interface IndexedClaim {
  claimId: string;
  versionId: string;
  falseFrom: string | null;
  falseTo: string | null;
  wordings: string[];
}
/** A wording of a claim, word by word; `weights` are how rare each word is, less where it carries little, from 0 to 1. */
export interface Wording {
  families: Int32Array;
  exact: string[];
  weights: Float32Array;
  numbers: boolean[];
  names: boolean[];
  total: number;
}
/** A post, word by word: `families` has -1 where no claim knows the word. */
export interface Query {
  families: Int32Array;
  weights: Float32Array;
  pairs: Set<number>;
  grams: Set<string>;
  tokens: Token[];
  hasMarks: boolean;
}
/** A claim, by its place in the index, that shares words with a post. */
export interface Found {
  claim: number;
  bm25: number;
}
export interface IndexRules {
  k1: number;
  b: number;
  common_weight: number;
  name_weight: number;
  skip_from: number;
  assumed_claims: number;
}

const PAIR = 2 ** 26;
/** nothing is mended in what the house wrote itself */
const asWritten = () => true;
export const pairOf = (a: number, b: number): number => a * PAIR + b;

/** The registry, ready to be asked: BM25 over what all wordings of a claim hold, words in two views. */
export class ClaimIndex {
  /** the wordings of each claim */
  readonly wordings: Wording[][];
  private readonly letters = new Letters();
  private readonly terms: Terms;
  private readonly postings: Postings;
  private readonly scores: Float32Array;
  private readonly frequency: number[] = [];

  constructor(
    readonly claims: readonly IndexedClaim[],
    private readonly text: TextRules,
    private readonly rules: IndexRules,
    private readonly common: ReadonlySet<string>,
  ) {
    this.terms = new Terms(text);
    const posted: number[][] = [];
    this.wordings = claims.map((claim, c) => {
      posted[c] = [];
      return claim.wordings.flatMap((wording) => {
        const { tokens } = tokenise(wording, text, asWritten);
        return tokens.length === 0 ? [] : [this.read(tokens, posted[c])];
      });
    });
    for (const wordings of this.wordings) this.letters.put(wordings.flatMap((w) => w.exact));
    this.letters.count();
    for (const terms of posted) for (const term of new Set(terms)) this.frequency[term] = (this.frequency[term] ?? 0) + 1;
    this.postings = this.weigh(posted);
    this.scores = new Float32Array(claims.length);
  }

  /** Takes a wording in, and adds what it is found by, once for each time that it stands there. */
  private read(tokens: Token[], posted: number[]): Wording {
    const words = tokens.map((t) => this.terms.put(t));
    posted.push(...words.flatMap((w) => w.posted));
    return {
      families: Int32Array.from(words, (w) => w.family),
      exact: tokens.map((t) => t.exact),
      weights: Float32Array.from(words, (w) => w.posted[0]), // numbers of terms, until all are known
      numbers: tokens.map((t) => t.number),
      names: tokens.map((t) => t.name),
      total: 0,
    };
  }

  /** How rare a term is, from 0 to 1. A small registry is weighed as if it were larger: a word is not rare because few claims are known. */
  rarity(term: number): number {
    const n = this.frequency[term] ?? 0;
    const all = Math.max(this.claims.length, this.rules.assumed_claims);
    return Math.log(1 + (all - n + 0.5) / (n + 0.5)) / Math.log(1 + (all + 0.5) / 0.5);
  }
  weightOf = (token: Pick<Token, 'exact'>): number => (this.common.has(token.exact) ? this.rules.common_weight : 1);

  private weigh(posted: number[][]): Postings {
    const { k1, b } = this.rules;
    const average = posted.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, posted.length);
    const entries = { terms: [] as number[], docs: [] as number[], impacts: [] as number[] };
    posted.forEach((terms, doc) => {
      const length = k1 * (1 - b + (b * terms.length) / average);
      const heard = new Map<number, number>();
      for (const term of terms) heard.set(term, (heard.get(term) ?? 0) + 1);
      for (const [term, n] of heard) {
        entries.terms.push(term);
        entries.docs.push(doc);
        entries.impacts.push((this.rarity(term) * n * (k1 + 1)) / (n + length));
      }
      for (const wording of this.wordings[doc]) {
        wording.weights = wording.weights.map((term, i) => this.weightOf({ exact: wording.exact[i] }) * this.rarity(term));
        wording.total = wording.weights.reduce((sum, w) => sum + w, 0);
      }
    });
    return Postings.build(entries, this.terms.size);
  }

  /** A registry of this claim alone; null when it is not in force. */
  only(claimId: string): ClaimIndex | null {
    const claims = this.claims.filter((c) => c.claimId === claimId);
    return claims.length === 0 ? null : new ClaimIndex(claims, this.text, this.rules, this.common);
  }

  knows = (bareWord: string): boolean => this.terms.knows(bareWord);

  query({ tokens, hasMarks }: { tokens: Token[]; hasMarks: boolean }): Query {
    const families = Int32Array.from(tokens, (t) => this.terms.find(t));
    const pairs = new Set<number>();
    for (let i = 1; i < families.length; i++)
      for (let back = 1; back <= 2 && back <= i; back++)
        if (families[i] >= 0 && families[i - back] >= 0) pairs.add(pairOf(families[i - back], families[i]));
    const weights = Float32Array.from(tokens, (t, i) => this.weightOf(t) * (families[i] < 0 ? 1 : this.rarity(families[i])));
    const grams = new Set(tokens.flatMap((t) => gramsOf(t.exact)));
    return { families, weights, pairs, grams, tokens, hasMarks };
  }

  /** BM25 of a claim's runs of letters, for what is spelled in another way. */
  lettersOf(claim: number, query: Query): number {
    return this.letters.score(
      this.wordings[claim].flatMap((w) => w.exact),
      query.grams,
    );
  }

  /** The claims that share most with the post, best first, each with its BM25 score. */
  search(query: Query, k: number): Found[] {
    const touched: number[] = [];
    const seen = new Set<number>();
    const often = this.claims.length > 1000 ? this.claims.length * this.rules.skip_from : Infinity;
    const add = (term: number, weight: number) => {
      if (term < 0 || seen.has(term) || this.frequency[term] >= often) return;
      seen.add(term);
      this.postings.add(term, weight, this.scores, touched);
    };
    for (const token of query.tokens) {
      const weight = this.weightOf(token) * (token.name ? this.rules.name_weight : 1);
      for (const term of this.terms.asked(token, query.hasMarks)) add(term, weight);
    }
    const found = best(this.scores, [...touched], k).map((claim) => ({ claim, bm25: this.scores[claim] }));
    for (const doc of touched) this.scores[doc] = 0;
    return found;
  }
}
