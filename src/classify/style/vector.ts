import { signsOf } from './signs.js';

/** Signs by their numbers, with how much each counts. */
export interface Row {
  at: Int32Array;
  values: Float64Array;
}
export const rarityOf = (posts: number, of: number): number => Math.log((1 + posts) / (1 + of)) + 1;

/** The signs of a text by numbers, a row for each kind, with how often each stands there; those without a number are left out. */
export function numbered(text: string, numberOf: (sign: string) => number | undefined): Row[] {
  return signsOf(text).map((counts) => {
    const known: [number, number][] = [];
    for (const [sign, n] of counts) {
      const number = numberOf(sign);
      if (number !== undefined) known.push([number, n]);
    }
    return { at: Int32Array.from(known, ([at]) => at), values: Float64Array.from(known, ([, n]) => n) };
  });
}

/** Numbers its signs as they come. */
export class Numbers {
  readonly names: string[] = [];
  private readonly known = new Map<string, number>();
  of = (sign: string): number => {
    let number = this.known.get(sign);
    if (number === undefined) {
      number = this.names.push(sign) - 1;
      this.known.set(sign, number);
    }
    return number;
  };
}

/** One row of all kinds: each sign counts by its rarity and the logarithm of how often it stands there, each kind is brought to length one. A sign without rarity is left out. */
export function weighed(kinds: readonly Row[], rarity: Float64Array): Row {
  const at: number[] = [];
  const values: number[] = [];
  for (const kind of kinds) {
    const first = values.length;
    let square = 0;
    for (let i = 0; i < kind.at.length; i++) {
      const rare = rarity[kind.at[i]];
      if (rare === 0) continue;
      const value = (1 + Math.log(kind.values[i])) * rare;
      at.push(kind.at[i]);
      values.push(value);
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    for (let i = first; i < values.length; i++) values[i] /= length;
  }
  return { at: Int32Array.from(at), values: Float64Array.from(values) };
}
/** `weights` has the base as its last. */
export function sumOf({ at, values }: Row, weights: Float64Array): number {
  let sum = weights[weights.length - 1];
  for (let i = 0; i < at.length; i++) sum += weights[at[i]] * values[i];
  return sum;
}
