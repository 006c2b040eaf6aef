import { Column, Dictionary, Texts, type Flat } from './columns.js';

/** A claim as the matcher tells it; without days it is false at any time. */
export interface KnownClaim {
  claimId: string;
  versionId: string;
  falseFrom: string | null;
  falseTo: string | null;
}
/** A word of a claim in one number: its form, and whether it is written as a name. */
export const wordOf = (form: number, name: boolean): number => form * 2 + (name ? 1 : 0);
export const formIn = (word: number): number => word >>> 1;
export const isName = (word: number): boolean => (word & 1) === 1;

/**
 * What the registry says, word by word, by place. A claim that is put again gets a new place; the old one stays empty until all
 * is written anew.
 */
export class ClaimStore {
  private readonly ids: Dictionary;
  private readonly versions: Texts;
  /** by place: the number of its id; its days as yyyymmdd, 0 for none; where its wordings end; under how many keys it is posted, -1 when it is empty */
  private readonly id: Column;
  private readonly from: Column;
  private readonly to: Column;
  private readonly wordings: Column;
  readonly lengths: Column;
  /** by wording: where its words end */
  private readonly ends: Column;
  readonly words: Column;
  /** by id: the place plus one, 0 for none */
  private readonly places: Column;
  /** claims in force, and the sum of their lengths */
  private readonly sums: Column;

  constructor(flat?: Flat) {
    const column = (name: string) => new Column(flat?.[name] as Int32Array | undefined);
    this.ids = new Dictionary(flat?.ids as Flat | undefined);
    this.versions = new Texts(flat?.versions as Flat | undefined);
    [this.id, this.from, this.to, this.places] = [column('id'), column('from'), column('to'), column('places')];
    [this.wordings, this.ends, this.words, this.lengths] = [column('wordings'), column('ends'), column('words'), column('lengths')];
    this.sums = column('sums');
    if (this.sums.length === 0) for (let i = 0; i < 2; i++) this.sums.push(0);
  }

  /** Places, empty ones included. */
  get size(): number {
    return this.id.length;
  }
  get live(): number {
    return this.sums.array[0];
  }
  /** How long a claim is on average. */
  get average(): number {
    return this.sums.array[1] / Math.max(1, this.live) || 1;
  }
  isLive = (place: number): boolean => this.lengths.array[place] >= 0;
  /** Where a claim stands; -1 where it does not. */
  placeOf(claimId: string): number {
    const id = this.ids.find(claimId);
    return id < 0 ? -1 : this.places.array[id] - 1;
  }

  /** Puts a claim, by its words, at the end; it must not stand in the registry. */
  add(claim: KnownClaim, wordings: readonly (readonly number[])[], length: number): number {
    const place = this.size;
    for (const words of wordings) {
      for (const word of words) this.words.push(word);
      this.ends.push(this.words.length);
    }
    const id = this.ids.put(claim.claimId);
    if (id === this.places.length) this.places.push(0);
    this.places.array[id] = place + 1;
    this.id.push(id);
    this.versions.add(claim.versionId);
    this.from.push(dayNumber(claim.falseFrom));
    this.to.push(dayNumber(claim.falseTo));
    this.wordings.push(this.ends.length);
    this.lengths.push(length);
    this.sums.array[0] += 1;
    this.sums.array[1] += length;
    return place;
  }
  leave(place: number): void {
    this.places.array[this.id.array[place]] = 0;
    this.sums.array[0] -= 1;
    this.sums.array[1] -= this.lengths.array[place];
    this.lengths.array[place] = -1;
  }

  at(place: number): KnownClaim {
    return {
      claimId: this.ids.at(this.id.array[place]),
      versionId: this.versions.at(place),
      falseFrom: dayText(this.from.array[place]),
      falseTo: dayText(this.to.array[place]),
    };
  }
  /** The first wording of a claim; those of the next begin where its own end. */
  firstWording = (place: number): number => (place === 0 ? 0 : this.wordings.array[place - 1]);
  /** Where the words of a wording begin; they end where those of the next begin. */
  wordsFrom = (wording: number): number => (wording === 0 ? 0 : this.ends.array[wording - 1]);
  wordsStart = (place: number): number => this.wordsFrom(this.firstWording(place));
  wordsEnd = (place: number): number => this.wordsFrom(this.firstWording(place + 1));
  /** The words of a claim, wording after wording. */
  wordsAt = (place: number): Int32Array => this.words.array.subarray(this.wordsStart(place), this.wordsEnd(place));
  wordingsAt(place: number): number[][] {
    const all: number[][] = [];
    for (let w = this.firstWording(place); w < this.firstWording(place + 1); w++)
      all.push([...this.words.array.subarray(this.wordsFrom(w), this.wordsFrom(w + 1))]);
    return all;
  }

  /** The same without empty places. */
  compact(): ClaimStore {
    if (this.live === this.size) return this;
    const store = new ClaimStore();
    for (let place = 0; place < this.size; place++)
      if (this.isLive(place)) store.add(this.at(place), this.wordingsAt(place), this.lengths.array[place]);
    return store;
  }

  flat(): Flat {
    return {
      ids: this.ids.flat(),
      versions: this.versions.flat(),
      id: this.id.flat(),
      from: this.from.flat(),
      to: this.to.flat(),
      wordings: this.wordings.flat(),
      lengths: this.lengths.flat(),
      ends: this.ends.flat(),
      words: this.words.flat(),
      places: this.places.flat(),
      sums: this.sums.flat(),
    };
  }
}

const dayNumber = (day: string | null): number => (day === null ? 0 : Number(day.replaceAll('-', '')));
function dayText(day: number): string | null {
  if (day === 0) return null;
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
