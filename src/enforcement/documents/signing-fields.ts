import { fill } from '../../core/documents/blanks.js';
import type { Day } from '../penalty/day.js';
import type { House } from './known-facts.js';
import type { Heading, Paper } from './models.js';

/** By which title somebody signs; with a delegation, as its deputy. */
export interface SigningTitle {
  label: string;
  delegation: string | null;
  delegatedOn: Day | null;
}
export interface Signer extends SigningTitle {
  name: string;
}

/** Who signs, in whose name: blank while nobody did. */
export function signingFields(signer: Signer | null, { wording }: House) {
  if (!signer) return { issuer: wording.blank, signer: { title: wording.blank, name: wording.blank } };
  const { label, name, delegation, delegatedOn } = signer;
  if (delegation === null) return { issuer: label, signer: { title: label, name } };
  const title = { title: label };
  return {
    issuer: label,
    delegation: { number: delegation, day: delegatedOn ?? undefined } as Paper,
    signer: { instead: fill(wording.instead, title), title: fill(wording.deputy, title), name },
  };
}

/** The head of a decision; without a number the letters alone stand there. */
export function headingFields(
  number: string | null,
  letters: string,
  day: Day,
  { office, wording }: House,
): Heading & { place: string; day: Day } {
  const { superior, agency, place } = office;
  return { superior, agency, number: number ?? fill(wording.number_blank, { letters }), place, day };
}
/** What a decision tells of its way through the office. */
export const issueFields = (day: Day, { office }: House) => ({
  effective_from: day,
  executor: office.executor,
  ...(office.informed.length > 0 ? { informed: office.informed } : {}),
});
