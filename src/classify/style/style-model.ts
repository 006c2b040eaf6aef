import { createHash } from 'node:crypto';
import type { ModelCard } from '../matching/model.js';
import { numbered, rarityOf, sumOf, weighed } from './vector.js';

export const HONEST = 'It learns source and style, not truth: never a ground for anything.';

/** A linear model over words and runs of letters; its sum is the logit of the chance of the second label. */
export interface StyleModel {
  kind: 'style';
  /** what it is not, for whoever opens the file */
  note: string;
  labels: [string, string];
  /** on how many posts the rarity of signs rests */
  posts: number;
  base: number;
  /** sign → in how many of them it stands, and how much it speaks for the second label */
  signs: Record<string, [of: number, weight: number]>;
  card: Omit<ModelCard, 'date'>;
}
export interface StyleSaid {
  label: string;
  /** the chance of this label, as the model has it */
  score: number;
}
export interface StyleScorer {
  id: string;
  says(text: string): StyleSaid;
}

/** What is wrong with a model, in words; a model is a file that people bring. */
export function styleFaults(model: unknown): string[] {
  const { kind, labels, posts, base, signs } = (model ?? {}) as Partial<StyleModel>;
  if (kind !== 'style') return ['this is no model of style: "kind" must be "style"'];
  const faults: string[] = [];
  if (!Array.isArray(labels) || labels.length !== 2 || labels.some((l) => typeof l !== 'string')) faults.push('"labels" must be two texts');
  if (!Number.isInteger(posts) || posts! < 1) faults.push('"posts" must be a whole number from 1');
  if (!Number.isFinite(base)) faults.push('"base" must be a number');
  if (typeof signs !== 'object' || signs === null || Object.keys(signs).length === 0) return [...faults, '"signs" must name a sign'];
  const wrong = Object.entries(signs).find(([, row]) => !Array.isArray(row) || row.length !== 2 || !row.every((n) => Number.isFinite(n)));
  if (wrong) faults.push(`"signs": ${JSON.stringify(wrong[0])} must have two numbers`);
  return faults;
}

/** Ready to read posts. */
export function styleScorer({ labels, posts, base, signs }: StyleModel): StyleScorer {
  const rows = Object.entries(signs);
  const weights = Float64Array.from([...rows.map(([, [, weight]]) => weight), base]);
  const places = new Map(rows.map(([sign], i) => [sign, i]));
  const placeOf = (sign: string) => places.get(sign);
  const rarity = Float64Array.from(rows, ([, [of]]) => rarityOf(posts, of));
  const id = createHash('sha256')
    .update(JSON.stringify([labels, posts, base, rows]))
    .digest('hex')
    .slice(0, 12);
  return {
    id,
    says: (text) => {
      const second = 1 / (1 + Math.exp(-sumOf(weighed(numbered(text, placeOf), rarity), weights)));
      const score = Math.max(second, 1 - second);
      return { label: labels[second >= 0.5 ? 1 : 0], score: Math.round(score * 10_000) / 10_000 };
    },
  };
}

/** The signs that speak most for each label, by how much they do in a post that bears them once and in how many they stand. */
export function driving(
  { labels, posts, signs }: StyleModel,
  most: number,
): Record<string, { sign: string; weight: number; posts: number }[]> {
  const strength = Object.entries(signs)
    .filter(([sign]) => !sign.startsWith('letters '))
    .map(([sign, [of, weight]]) => ({ sign, weight, posts: of, counts: weight * rarityOf(posts, of) * Math.sqrt(of) }));
  const first = strength.toSorted((a, b) => a.counts - b.counts || (a.sign < b.sign ? -1 : 1));
  const shown = (some: typeof strength) =>
    some.slice(0, most).map(({ sign, weight, posts: of }) => ({ sign, weight: Math.abs(weight), posts: of }));
  return {
    [labels[0]]: shown(first.filter(({ counts }) => counts < 0)),
    [labels[1]]: shown(first.toReversed().filter(({ counts }) => counts > 0)),
  };
}
