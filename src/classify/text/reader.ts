import { fromChat } from './chat.js';
import { withLetters } from './leet.js';
import type { Keyboard, Step, TextRules } from './rules.js';
import { bare } from './syllable.js';
import type { Repair } from './tokens.js';
import { typedSyllable } from './typing.js';

/** How the letters of a stretch are taken. */
export interface Mode {
  keyboard: Keyboard | null;
  chat: boolean;
  /** signs that are letters here */
  signs: string;
  /** digits and signs may be letters: not at all, in words, or nearly everywhere, so that numbers are few */
  leet: 'none' | 'some' | 'most';
}
/** What a run of letters says, and how dear it is to take it so. */
export interface Meaning {
  word: string;
  cost: number;
  how: Repair | null;
  /** a claim has it */
  claimed: boolean;
}
export const PLAIN: Mode = { keyboard: null, chat: false, signs: '', leet: 'some' };
export const UNTOUCHED: Mode = { ...PLAIN, leet: 'none' };

// so much is looked up for one text in search of hidden words; what lies behind stays as it is written
const MOST_LOOKUPS = 20_000;
const FEWEST_CUT = 8;
const PER_LETTER = 2;
const NUMBER = /^\d+$/;
const SINGLE = /^[aiouyêôơưởờạàáảừý]$/;
const ASCII_LETTERS = /^[a-z]+$/;
const BY = { claim: 1, everyday: 1.05, marked: 1.1, syllable: 1.4, number: 1.2, mended: 0.4, single: 2.2, other: 0.6, digit: 0.2 };
const SHORT = [0, 0, 0.5, 0.15];

/** What the words of one text are understood by: the claims, everyday words, the syllables of Vietnamese. */
export class Reader {
  private readonly memo = new Map<string, boolean>();
  private readonly meanings = new Map<Mode, Map<string, Meaning | null>>();
  private lookups = MOST_LOOKUPS;

  constructor(
    readonly rules: TextRules,
    private readonly registry: (bareWord: string) => boolean,
  ) {}

  has = (step: Step): boolean => this.rules.steps.has(step);
  /** What is left is needed to read what was found. */
  get isLow(): boolean {
    return this.lookups <= MOST_LOOKUPS / 4;
  }
  get exhausted(): boolean {
    return this.lookups <= 0;
  }
  /** Cutting so many letters in every way costs as much as this, whatever comes of it. */
  cut(letters: number): void {
    this.lookups -= FEWEST_CUT + letters * PER_LETTER;
  }
  isSyllable = (bareWord: string): boolean => this.rules.syllables.has(bareWord);
  isKnown = (bareWord: string): boolean => {
    let known = this.memo.get(bareWord);
    if (known === undefined) {
      if (this.lookups <= 0) return false;
      this.lookups -= 1;
      this.memo.set(bareWord, (known = this.registry(bareWord)));
    }
    return known;
  };
  private isClaimed = (bareWord: string): boolean => this.rules.spelling.fits(bareWord) && this.isKnown(bareWord);
  understood = (bareWord: string): boolean =>
    (this.rules.spelling.fits(bareWord) && (this.isSyllable(bareWord) || this.rules.everyday.has(bareWord))) || this.isKnown(bareWord);

  /** Where a run without spaces falls into words; `free` where nothing else can be meant, as in a hashtag. */
  split(run: string, free = false): string[] | null {
    if ((!free && !this.has('joined')) || this.lookups <= 0 || run.length > 60) return null;
    this.cut(run.length);
    return this.rules.syllables.split(run, this.isKnown, free);
  }

  /** What a run of letters says; null where it says nothing. */
  meaning(word: string, plain: string, mode: Mode): Meaning | null {
    let meanings = this.meanings.get(mode);
    if (!meanings) this.meanings.set(mode, (meanings = new Map()));
    let meaning = meanings.get(word);
    if (meaning === undefined) {
      if (this.lookups <= 0) return null;
      this.lookups -= 1;
      const found = this.find(word, plain, mode);
      meaning = found && { ...found, claimed: word.length > 2 && this.isClaimed(found.how === null ? plain : bare(found.word)) };
      meanings.set(word, meaning);
    }
    return meaning;
  }
  private find(word: string, plain: string, mode: Mode): Omit<Meaning, 'claimed'> | null {
    const asItIs = this.plainly(word, plain);
    if (mode.keyboard && (asItIs === null || !this.isSyllable(plain))) {
      const keyed = typedSyllable(word, this.rules.keys[mode.keyboard], this.isSyllable);
      if (keyed) return { word: keyed, cost: BY.marked + 0.05, how: 'keys-of-marks' };
    }
    const read = asItIs === null ? null : { word, cost: asItIs + (mode.keyboard && !this.isSyllable(plain) ? BY.other : 0), how: null };
    if (read === null) return word.length < 2 ? null : this.mended(word, mode);
    if (mode.leet !== 'most' || !NUMBER.test(word) || word.length < 2) return read;
    const number = { ...read, cost: read.cost + BY.digit * word.length };
    const letters = this.mended(word, mode);
    return letters !== null && letters.cost < number.cost ? letters : number;
  }
  private mended(word: string, mode: Mode): Omit<Meaning, 'claimed'> | null {
    if (mode.leet !== 'none' && this.has('leet') && !ASCII_LETTERS.test(word)) {
      const letters = this.lettersOf(word, mode);
      if (letters) return letters;
    }
    if (!mode.chat) return null;
    const meant = fromChat(word, this.rules, (w) => this.isSyllable(bare(w)));
    return meant === null ? null : { word: meant, cost: BY.syllable + BY.mended, how: 'chat-spellings' };
  }
  /** The cheapest word that signs may write. */
  private lettersOf(word: string, { keyboard }: Mode): Omit<Meaning, 'claimed'> | null {
    let best = { word: '', cost: Infinity };
    for (const letters of withLetters(word, this.rules, keyboard === null)) {
      this.lookups -= 1;
      const keyed = keyboard && typedSyllable(letters, this.rules.keys[keyboard], this.isSyllable);
      const cost = keyed ? BY.marked : this.plainly(letters, bare(letters));
      if (cost === null || cost >= best.cost) continue;
      best = { word: keyed ?? letters, cost };
      if (cost <= BY.claim) break;
    }
    return best.cost < Infinity ? { word: best.word, cost: best.cost + BY.mended, how: 'digits-for-letters' } : null;
  }

  private plainly(word: string, plain: string): number | null {
    if (word.length === 1) return SINGLE.test(word) ? BY.single : NUMBER.test(word) ? BY.single : null;
    const short = SHORT[plain.length] ?? 0;
    if (NUMBER.test(plain)) return BY.number;
    if (!this.rules.spelling.fits(plain)) return null;
    if (this.isKnown(plain)) return BY.claim + short;
    if (this.rules.everyday.has(plain)) return BY.everyday + short;
    if (this.isSyllable(plain)) return (plain === word ? BY.syllable : BY.marked) + short;
    return null;
  }
}
