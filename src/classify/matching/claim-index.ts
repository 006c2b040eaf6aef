import { tokenise, type TextRules, type Token } from '../text/tokens.js';
import type { Asked } from './asked.js';
import { ClaimStore, formIn, isName, wordOf, type KnownClaim } from './claim-store.js';
import type { Flat } from './columns.js';
import { Letters } from './letters.js';
import { PLACES, Postings } from './postings.js';
import { Rarity, type IndexRules } from './rarity.js';
import { Search, type Found } from './search.js';
import { Words, type Word } from './words.js';

export interface IndexedClaim extends KnownClaim {
  wordings: string[];
}
/** A post, word by word: `forms` and `families` have -1 where no claim knows the word; `weights` are how rare each is, less where it carries little. */
export interface Query {
  tokens: Token[];
  hasMarks: boolean;
  forms: Int32Array;
  families: Int32Array;
  weights: Float32Array;
  /** its runs of letters, word by word */
  runs: Int32Array[];
  /** what it is searched by, each key once */
  asked: Asked[];
}
/** By what an index is made, besides the claims. */
export interface Reading {
  text: TextRules;
  index: IndexRules;
  common: ReadonlySet<string>;
}
/** An index as it lies in memory that threads share: `postMessage` and `workerData` hand it on without copying. */
export type Shared = Flat;

/** so many claims that are new or gone are looked at one by one; then all is written anew */
const LOOSE = 1000;
/** nothing is mended in what the house wrote itself */
const asWritten = () => true;

/**
 * The registry, ready to be asked: BM25 over what all wordings of a claim hold, words in two views. A claim that is put or
 * taken away counts at the next question, in every weight, as if the registry had been read anew.
 */
export class ClaimIndex {
  readonly words: Words;
  readonly letters: Letters;
  store: ClaimStore;
  private searcher!: Search;
  readonly rarity: Rarity;
  private postings!: Postings;
  /** grows with every claim that is put or taken away */
  changes = 0;

  constructor(
    claims: Iterable<IndexedClaim>,
    private readonly text: TextRules,
    private readonly rules: IndexRules,
    private readonly common: ReadonlySet<string>,
    flat?: Flat,
    private isShared = false,
  ) {
    this.words = new Words(text, common, flat?.words as Flat | undefined);
    this.letters = new Letters(flat?.letters as Flat | undefined);
    this.store = new ClaimStore(flat?.store as Flat | undefined);
    this.rarity = new Rarity(this.words, rules, () => this.store.live);
    if (flat) this.settle(new Postings(flat.postings as Flat));
    else {
      for (const claim of claims) this.enter(claim, this.read(claim));
      this.merge();
    }
  }

  /** Opens what another thread shares, to be asked only. */
  static open(shared: Shared, { text, index, common }: Reading): ClaimIndex {
    return new ClaimIndex([], text, index, common, shared, true);
  }
  /** What other threads open. From then on the index is changed no more, here or there. */
  share(): Shared {
    if (this.loose() > 0) this.merge();
    this.isShared = true;
    return this.flat();
  }
  /** The arrays themselves: while the index is changed, they tell neither what was nor what will be. */
  flat(): Flat {
    return { words: this.words.flat(), letters: this.letters.flat(), store: this.store.flat(), postings: this.postings.flat() };
  }

  get size(): number {
    return this.store.live;
  }
  /** Claims behind the postings, and places in them that are empty. */
  private loose = (): number => 2 * this.store.size - this.postings.claims - this.store.live;
  private read = ({ wordings }: IndexedClaim): Token[][] => wordings.map((wording) => tokenise(wording, this.text, asWritten).tokens);
  private enter(claim: KnownClaim, wordings: readonly (readonly (Word & { name: boolean })[])[]): void {
    if (this.store.size >= PLACES) throw new Error(`An index holds ${PLACES} claims at most.`);
    if (this.store.placeOf(claim.claimId) >= 0) throw new Error(`The claim ${claim.claimId} stands twice in the registry.`);
    let length = 0;
    const written = wordings
      .filter((tokens) => tokens.length > 0)
      .map((tokens) =>
        tokens.map((token) => {
          const form = this.words.put(token);
          this.letters.put(form, token.exact);
          length += this.words.marks.array[form] > 0 ? 2 : 1;
          return wordOf(form, token.name);
        }),
      );
    this.tally(this.store.add(claim, written, length), 1);
  }
  private tally(place: number, by: number): void {
    const words = this.store.wordsAt(place);
    this.words.tally(words, by);
    this.letters.tally(words, by);
    this.changes += 1;
  }

  /** Takes in claims, or what they say now, and takes away those that are gone. */
  change({ put = [], gone = [] }: { put?: Iterable<IndexedClaim>; gone?: Iterable<string> }): void {
    if (this.isShared) throw new Error('An index that threads share is not changed.');
    for (const claimId of gone) this.remove(claimId);
    for (const claim of put) {
      const read = this.read(claim);
      this.remove(claim.claimId);
      this.enter(claim, read);
    }
    this.rarity.forget();
    if (this.loose() > LOOSE) this.merge();
  }
  private remove(claimId: string): void {
    const place = this.store.placeOf(claimId);
    if (place < 0) return;
    this.tally(place, -1);
    this.store.leave(place);
  }

  /** Writes all postings anew, without what is gone. */
  private merge(): void {
    this.words.settle();
    this.store = this.store.compact();
    this.settle(Postings.of(this.store, this.words.size, this.rules));
  }
  private settle(postings: Postings): void {
    this.postings = postings;
    this.searcher = new Search(this.store, postings, this.words, this.rules);
  }

  claim = (place: number): KnownClaim => this.store.at(place);
  /** The version that a claim is known by; null where it is not in force. */
  versionOf(claimId: string): string | null {
    const place = this.store.placeOf(claimId);
    return place < 0 ? null : this.store.at(place).versionId;
  }
  *claims(): Generator<KnownClaim> {
    for (let place = 0; place < this.store.size; place++) if (this.store.isLive(place)) yield this.store.at(place);
  }

  /** A registry of these claims alone, as far as they are in force. */
  only(claimIds: Iterable<string>): ClaimIndex {
    const alone = new ClaimIndex([], this.text, this.rules, this.common);
    for (const place of [...claimIds].map((id) => this.store.placeOf(id)).filter((place) => place >= 0))
      alone.enter(
        this.store.at(place),
        this.store.wordingsAt(place).map((words) => words.map((word) => ({ ...this.words.word(formIn(word)), name: isName(word) }))),
      );
    alone.merge();
    return alone;
  }

  private weightOf = (token: Pick<Token, 'exact'>): number => (this.common.has(token.exact) ? this.rules.common_weight : 1);
  knows = (bareWord: string): boolean => this.words.knows(bareWord);

  query({ tokens, hasMarks }: { tokens: Token[]; hasMarks: boolean }): Query {
    const looked = tokens.map((t) => this.words.look(t));
    const families = Int32Array.from(looked, (l) => l.plain);
    const own = tokens.map(this.weightOf);
    const often = this.store.live > 1000 ? this.store.live * this.rules.skip_from : Infinity;
    const seen = new Set<number>();
    const asked: Asked[] = [];
    tokens.forEach(({ exact, bare, name }, i) => {
      for (const key of this.words.asked(looked[i], hasMarks, exact !== bare)) {
        if (seen.has(key) || this.words.frequency.array[key] >= often) continue;
        seen.add(key);
        asked.push({ key, value: own[i] * (name ? this.rules.name_weight : 1) * this.rarity.of(key) });
      }
    });
    return {
      tokens,
      hasMarks,
      forms: Int32Array.from(looked, (l) => l.form),
      families,
      weights: Float32Array.from(own, (weight, i) => weight * (families[i] < 0 ? 1 : this.rarity.of(families[i]))),
      runs: tokens.map((t) => this.letters.of(t.exact)),
      asked,
    };
  }

  /** The claims that share most with the post, best first, each with its BM25 score; equal scores in the order of the registry. */
  search = ({ asked }: Pick<Query, 'asked'>, k: number): Found[] => this.searcher.best(asked, k);
}
