import type { TextRules, Token } from '../text/tokens.js';
import { tokenise } from '../text/tokens.js';
import { best, Postings } from './postings.js';
import { stem } from './stem.js';

/** A claim as the matcher knows it; without days it is false at any time. */
export interface IndexedClaim {
  claimId: string;
  versionId: string;
  falseFrom: string | null;
  falseTo: string | null;
  wordings: string[];
}
export interface Wording {
  claim: number;
  terms: Int32Array;
  exact: string[];
  weights: Float32Array;
  numbers: boolean[];
  total: number;
  self: number;
}
export interface Query {
  terms: Int32Array;
  pairs: Set<number>;
  tokens: Token[];
}
export interface IndexRules {
  k1: number;
  b: number;
  pair_weight: number;
  common_weight: number;
  skip_from: number;
  assumed_claims: number;
}

const PAIR = 2 ** 26;
/** nothing is mended in what the house wrote itself */
const asWritten = () => true;
export const pairOf = (a: number, b: number): number => a * PAIR + b;

/** The registry, ready to be asked: BM25 over every wording, words and neighbouring pairs of words. */
export class ClaimIndex {
  readonly wordings: Wording[] = [];
  private readonly ids = new Map<string, number>();
  private readonly pairIds = new Map<number, number>();
  private readonly postings: Postings;
  private readonly scores: Float32Array;
  private readonly frequency: number[] = [];

  constructor(
    readonly claims: readonly IndexedClaim[],
    private readonly text: TextRules,
    private readonly rules: IndexRules,
    private readonly common: ReadonlySet<string>,
  ) {
    const termLists: number[][] = [];
    claims.forEach((claim, c) => {
      for (const wording of claim.wordings) {
        const { tokens } = tokenise(wording, text, asWritten);
        if (tokens.length === 0) continue;
        const terms = tokens.map((t) => this.idFor(stem(t.bare)));
        this.wordings.push({
          claim: c,
          terms: Int32Array.from(terms),
          exact: tokens.map((t) => t.exact),
          weights: Float32Array.from(tokens, (t) => (common.has(t.exact) ? rules.common_weight : 1)),
          numbers: tokens.map((t) => t.number),
          total: 0,
          self: 0,
        });
        termLists.push([...new Set([...terms, ...this.pairTerms(terms)])]);
        for (const term of termLists[termLists.length - 1]) this.frequency[term] = (this.frequency[term] ?? 0) + 1;
      }
    });
    this.postings = this.weigh(termLists);
    this.scores = new Float32Array(this.wordings.length);
  }

  private idFor(term: string): number {
    const known = this.ids.get(term);
    if (known !== undefined) return known;
    const id = this.ids.size + this.pairIds.size;
    this.ids.set(term, id);
    return id;
  }
  private pairTerms(terms: number[]): number[] {
    return terms.slice(1).map((term, i) => {
      const key = pairOf(terms[i], term);
      let id = this.pairIds.get(key);
      if (id === undefined) {
        id = this.ids.size + this.pairIds.size;
        this.pairIds.set(key, id);
      }
      return id;
    });
  }
  /** A small registry is weighed as if it were larger: a word is not rare because few claims are known. */
  idf(term: number): number {
    const n = this.frequency[term] ?? 0;
    return Math.log(1 + (Math.max(this.wordings.length, this.rules.assumed_claims) - n + 0.5) / (n + 0.5));
  }

  private weigh(termLists: number[][]): Postings {
    const average = this.wordings.reduce((sum, w) => sum + w.terms.length, 0) / Math.max(1, this.wordings.length);
    const entries = { terms: [] as number[], docs: [] as number[], impacts: [] as number[] };
    this.wordings.forEach((wording, doc) => {
      const length = this.rules.k1 * (1 - this.rules.b + (this.rules.b * wording.terms.length) / average);
      const heard = new Map<number, { n: number; weight: number }>();
      const hear = (term: number, weight: number) => {
        const h = heard.get(term);
        if (h) h.n += 1;
        else heard.set(term, { n: 1, weight });
      };
      wording.terms.forEach((term, i) => {
        hear(term, wording.weights[i]);
        if (i > 0)
          hear(
            this.pairIds.get(pairOf(wording.terms[i - 1], term))!,
            this.rules.pair_weight * Math.min(wording.weights[i - 1], wording.weights[i]),
          );
      });
      for (const term of termLists[doc]) {
        const { n, weight } = heard.get(term)!;
        const impact = (weight * this.idf(term) * n * (this.rules.k1 + 1)) / (n + length);
        entries.terms.push(term);
        entries.docs.push(doc);
        entries.impacts.push(impact);
        wording.self += impact;
      }
      wording.terms.forEach((term, i) => {
        wording.weights[i] *= this.idf(term);
        wording.total += wording.weights[i];
      });
    });
    return Postings.build(entries, this.ids.size + this.pairIds.size);
  }

  /** A registry of this claim alone; null when it is not in force. */
  only(claimId: string): ClaimIndex | null {
    const claims = this.claims.filter((c) => c.claimId === claimId);
    return claims.length === 0 ? null : new ClaimIndex(claims, this.text, this.rules, this.common);
  }

  knows = (bareWord: string): boolean => this.ids.has(stem(bareWord));
  term = (bareWord: string): number => this.ids.get(stem(bareWord)) ?? -1;

  query(tokens: Token[]): Query {
    const terms = Int32Array.from(tokens, (t) => this.term(t.bare));
    const pairs = new Set<number>();
    for (let i = 1; i < terms.length; i++)
      for (let back = 1; back <= 2 && back <= i; back++)
        if (terms[i] >= 0 && terms[i - back] >= 0) pairs.add(pairOf(terms[i - back], terms[i]));
    return { terms, pairs, tokens };
  }

  /** The wordings that share most with the post, best first, each with its BM25 score. */
  search(query: Query, k: number): { wording: number; score: number }[] {
    const touched: number[] = [];
    const seen = new Set<number>();
    const often = this.wordings.length > 1000 ? this.wordings.length * this.rules.skip_from : Infinity;
    const add = (term: number) => {
      if (!seen.has(term) && this.frequency[term] < often) {
        seen.add(term);
        this.postings.add(term, this.scores, touched);
      }
    };
    for (let i = 0; i < query.terms.length; i++) {
      if (query.terms[i] < 0) continue;
      add(query.terms[i]);
      if (i > 0 && query.terms[i - 1] >= 0) {
        const pair = this.pairIds.get(pairOf(query.terms[i - 1], query.terms[i]));
        if (pair !== undefined) add(pair);
      }
    }
    const found = best(this.scores, [...touched], k).map((wording) => ({ wording, score: this.scores[wording] }));
    for (const doc of touched) this.scores[doc] = 0;
    return found;
  }
}
