import { stemOf } from '../../text/stem.js';
import type { SyllableTable } from '../../text/syllable.js';
import type { Token } from '../../text/tokens.js';
import type { Language } from './stance-table.js';

const NUMBER = '#';

/** The signs that words of a post are, by the place of the first: a post is laid beside several claims, and each name is written once. */
export class Names {
  private readonly ones: string[] = [];
  private readonly twos: string[] = [];
  private readonly aparts: string[] = [];
  private readonly alones: string[] = [];
  constructor(
    private readonly tokens: readonly Token[],
    private readonly hasMarks: boolean,
    readonly language: Language,
    private readonly syllables: SyllableTable,
  ) {}

  /** A word of a line; any number of digits is one word. */
  word = (at: number): string => (this.tokens[at].number ? NUMBER : this.tokens[at].bare);
  one = (at: number): string => (this.ones[at] ??= `${this.language}:${this.word(at)}`);
  /** A word and the next. */
  two = (at: number): string => (this.twos[at] ??= `${this.one(at)} ${this.word(at + 1)}`);
  /** A word and the next but one. */
  apart = (at: number): string => (this.aparts[at] ??= `${this.one(at)} _ ${this.word(at + 2)}`);
  /** A word by itself, with its marks, or in English by its stem; null where neither is told. */
  alone(at: number): string | null {
    const { exact, bare } = this.tokens[at];
    if (this.hasMarks) return (this.alones[at] ??= `${this.language}=${exact}`);
    return this.language === 'en' ? (this.alones[at] ??= `${this.language}~${stemOf(bare, this.syllables)}`) : null;
  }
}
