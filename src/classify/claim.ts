import { withoutUnseen } from '../core/text/visible.js';

/** A claim: what is said, what is true instead, who says so, and when it is false. */
export interface Wording {
  language: 'vi' | 'en';
  text: string;
}
export interface Source {
  title: string;
  url: string;
  date: string;
  /** of a check that somebody else published: who, how it was rated, by which licence it may be used, and where the claim was seen */
  publisher?: string;
  rating?: string;
  licence?: string;
  appearances?: string[];
}
export type Harm = 'low' | 'medium' | 'high';
export interface ClaimContent {
  topic: string;
  harm: Harm;
  wordings: Wording[];
  truth: string;
  sources: Source[];
  /** calendar days in office time, inclusive; null: false until further notice */
  falseFrom: string;
  falseTo: string | null;
}

/** Was the claim false on that calendar day (yyyy-mm-dd)? */
export function falseOn(claim: Pick<ClaimContent, 'falseFrom' | 'falseTo'>, day: string): boolean {
  return claim.falseFrom <= day && (claim.falseTo === null || day <= claim.falseTo);
}

/** wordings, sources, and places where a source saw the claim */
export const MOST_LISTED = 20;
const SHORTEST_WORDING = 10;
const FEWEST_WORDS = 2;

/** What keeps a claim out of the registry although its form is right. */
export function claimFaults(claim: ClaimContent): string[] {
  const faults: string[] = [];
  if (claim.falseTo !== null && claim.falseTo < claim.falseFrom) faults.push('false-to-before-from');
  if (claim.sources.length === 0) faults.push('no-source');
  if (claim.wordings.some((w) => withoutUnseen(w.text).trim().length < SHORTEST_WORDING)) faults.push('wording-too-short');
  if (claim.wordings.some((w) => wordsIn(w.text).length < FEWEST_WORDS)) faults.push('wording-without-words');
  if (new Set(claim.wordings.map(wordsOf)).size < claim.wordings.length) faults.push('wording-twice');
  return faults;
}
const wordsIn = (text: string): string[] =>
  withoutUnseen(text)
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
/** What a wording says: capitals, punctuation and what nobody sees aside. */
export const wordsOf = ({ text }: Pick<Wording, 'text'>): string => wordsIn(text).join(' ');
