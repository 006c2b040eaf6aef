import type { TextRules, Token } from '../text/tokens.js';
import { stemOf } from '../text/stem.js';

/**
 * Numbers for what is searched by. A word is known by its letters without marks (its family); where it is written with
 * marks, also as written: two views in one table, and a word that bears no marks stands in it once.
 */
export class Terms {
  private readonly ids = new Map<string, number>();
  constructor(private readonly text: TextRules) {}

  private add(key: string): number {
    let id = this.ids.get(key);
    if (id === undefined) this.ids.set(key, (id = this.ids.size));
    return id;
  }
  private of = (key: string): number => this.ids.get(key) ?? -1;
  private family = (bare: string): string => stemOf(bare, this.text.syllables);

  /** The terms of a word of the registry: its family, and what it is posted under. */
  put(token: Token): { family: number; posted: number[] } {
    const family = this.family(token.bare);
    const id = this.add(family);
    return { family: id, posted: token.exact === token.bare ? [id] : [this.add(token.exact), this.add(marked(family))] };
  }

  find(token: Token): number {
    return this.of(this.family(token.bare));
  }
  /** What to search by: a word of a text with marks as it is written, one of a text without them in every spelling. */
  asked(token: Token, hasMarks: boolean): number[] {
    const written = token.exact === token.bare ? -1 : this.of(token.exact);
    if (written >= 0) return [written];
    const family = this.family(token.bare);
    const ids = hasMarks && token.exact === token.bare ? [this.of(family)] : [this.of(family), this.of(marked(family))];
    return ids.filter((id) => id >= 0);
  }
  knows = (bare: string): boolean => {
    const family = this.family(bare);
    return this.ids.has(family);
  };
  get size(): number {
    return this.ids.size;
  }
}

const marked = (family: string): string => `${family}\u0001`;
