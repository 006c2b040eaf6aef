import { stemOf } from '../text/stem.js';
import type { TextRules, Token } from '../text/tokens.js';
import { formIn } from './claim-store.js';
import { Column, Dictionary, type Flat } from './columns.js';

export type Word = Pick<Token, 'exact' | 'bare'>;
/** What a word of a post is to the registry; -1 for what is not known there. `written`, `plain` and `marks` are keys. */
export interface Looked {
  form: number;
  written: number;
  plain: number;
  marks: number;
}
const NUMBER = 1;
const COMMON = 2;
const PLAIN = 4;

/**
 * Numbers for words as they are written (forms) and for what is searched by (keys). A word is known by its letters without
 * marks (its family, which is a key); where it is written with marks, also as written and by all that is its family with
 * marks: two views in one table, and a word that bears no marks stands in it once.
 */
export class Words {
  private readonly keys: Dictionary;
  private readonly forms: Dictionary;
  /** by form: its family; the key that it is posted under; one for all of its family with marks, plus one, 0 for none */
  readonly family: Column;
  readonly written: Column;
  readonly marks: Column;
  private readonly flags: Column;
  /** the forms of a key, as a chain: the newest by key, the next by form, each plus one */
  private readonly newest: Column;
  private readonly nextWritten: Column;
  private readonly nextMarks: Column;
  /** in how many claims a key stands */
  readonly frequency: Column;
  private seen = new Int32Array(0);
  private claim = 0;
  private readonly recent = new Map<string, { bare: string; form: number }>();
  private readonly exacts = new Map<number, string>();
  private readonly lookups = new Map<string, { bare: string; looked: Looked }>();

  constructor(
    private readonly text: TextRules,
    private readonly common: ReadonlySet<string>,
    flat?: Flat,
  ) {
    const column = (name: string) => new Column(flat?.[name] as Int32Array | undefined);
    this.keys = new Dictionary(flat?.keys as Flat | undefined);
    this.forms = new Dictionary(flat?.forms as Flat | undefined);
    [this.family, this.written, this.marks, this.flags] = [column('family'), column('written'), column('marks'), column('flags')];
    [this.newest, this.nextWritten, this.nextMarks] = [column('newest'), column('nextWritten'), column('nextMarks')];
    this.frequency = column('frequency');
  }

  get size(): number {
    return this.forms.size;
  }
  get keyCount(): number {
    return this.keys.size;
  }
  private familyOf = (bare: string): string => stemOf(bare, this.text.syllables);
  private key(text: string): number {
    const key = this.keys.put(text);
    if (key === this.newest.length) {
      this.newest.push(0);
      this.frequency.push(0);
    }
    return key;
  }

  /** The form of a word of the registry. */
  put({ exact, bare }: Word): number {
    const known = this.recent.get(exact);
    if (known?.bare === bare) return known.form;
    const form = this.forms.put(formOf(exact, bare));
    if (form === this.family.length) this.enter(form, exact, bare);
    this.recent.set(exact, { bare, form });
    return form;
  }
  private enter(form: number, exact: string, bare: string): void {
    this.lookups.clear();
    const family = this.key(this.familyOf(bare));
    const written = exact === bare ? family : this.key(exact);
    const marks = exact === bare ? 0 : this.key(marked(this.familyOf(bare))) + 1;
    this.family.push(family);
    this.written.push(written);
    this.marks.push(marks);
    const isNumber = exact === bare && /^\d+$/.test(exact);
    this.flags.push((isNumber ? NUMBER : 0) + (this.common.has(exact) ? COMMON : 0) + (/^[a-z]*$/.test(exact) ? PLAIN : 0));
    this.nextWritten.push(this.newest.array[written]);
    this.newest.array[written] = form + 1;
    this.nextMarks.push(marks > 0 ? this.newest.array[marks - 1] : 0);
    if (marks > 0) this.newest.array[marks - 1] = form + 1;
  }
  /** Lets go of what only reading the registry needs. */
  settle = (): void => this.recent.clear();
  exact(form: number): string {
    let text = this.exacts.get(form);
    if (text === undefined) {
      text = this.word(form).exact;
      if (this.exacts.size > MOST_KEPT) this.exacts.clear();
      this.exacts.set(form, text);
    }
    return text;
  }
  word(form: number): Word {
    const [exact, bare = exact] = this.forms.at(form).split(BETWEEN);
    return { exact, bare };
  }
  isNumber = (form: number): boolean => (this.flags.array[form] & NUMBER) !== 0;
  isCommon = (form: number): boolean => (this.flags.array[form] & COMMON) !== 0;
  /** Nothing but letters from a to z? */
  isPlain = (form: number): boolean => (this.flags.array[form] & PLAIN) !== 0;

  /** Tells each form that is posted under a key, in either view. */
  formsOf(key: number, tell: (form: number) => void): void {
    for (let next = this.newest.array[key]; next > 0;) {
      tell(next - 1);
      next = this.written.array[next - 1] === key ? this.nextWritten.array[next - 1] : this.nextMarks.array[next - 1];
    }
  }

  /** Counts a claim, by its words, in (1) or out (-1). */
  tally(words: Int32Array, by: number): void {
    const claim = (this.claim += 1);
    if (this.seen.length < this.keys.size) {
      const wider = new Int32Array(this.keys.size * 2);
      wider.set(this.seen);
      this.seen = wider;
    }
    const count = (key: number) => {
      if (this.seen[key] !== claim) this.frequency.array[key] += by;
      this.seen[key] = claim;
    };
    for (const word of words) {
      const form = formIn(word);
      count(this.written.array[form]);
      if (this.marks.array[form] > 0) count(this.marks.array[form] - 1);
    }
  }
  stands = (key: number): boolean => key >= 0 && this.frequency.array[key] > 0;
  knows(bare: string): boolean {
    const family = this.familyOf(bare);
    const plain = this.keys.find(family);
    return plain >= 0 && (this.stands(plain) || this.stands(this.keys.find(marked(family))));
  }
  /** What to search by: a word of a text with marks as it is written, one of a text without them in every spelling. */
  asked({ written, plain, marks }: Looked, hasMarks: boolean, bearsMarks: boolean): number[] {
    if (this.stands(written)) return [written];
    return (hasMarks && !bearsMarks ? [plain] : [plain, marks]).filter(this.stands);
  }
  /** A word’s numbers, kept for when it comes again until the registry has new words. */
  look({ exact, bare }: Word): Looked {
    const known = this.lookups.get(exact);
    if (known?.bare === bare) return known.looked;
    const family = this.familyOf(bare);
    const looked = {
      form: this.forms.find(formOf(exact, bare)),
      written: exact === bare ? -1 : this.keys.find(exact),
      plain: this.keys.find(family),
      marks: this.keys.find(marked(family)),
    };
    if (this.lookups.size > MOST_KEPT) this.lookups.clear();
    this.lookups.set(exact, { bare, looked });
    return looked;
  }

  flat(): Flat {
    return {
      keys: this.keys.flat(),
      forms: this.forms.flat(),
      family: this.family.flat(),
      written: this.written.flat(),
      marks: this.marks.flat(),
      flags: this.flags.flat(),
      newest: this.newest.flat(),
      nextWritten: this.nextWritten.flat(),
      nextMarks: this.nextMarks.flat(),
      frequency: this.frequency.flat(),
    };
  }
}

const MOST_KEPT = 50_000;
const BETWEEN = '\u0000';
const marked = (family: string): string => `${family}\u0001`;
const formOf = (exact: string, bare: string): string => (exact === bare ? exact : exact + BETWEEN + bare);
