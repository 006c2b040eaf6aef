import type { FineRule, Provision, SubjectKind } from './law.js';

/** Has the accused the right to be heard? The highest amount of the frame decides, or a sanction on a licence; never the fine itself. */
export function rightToExplain(
  p: Pick<Provision, 'frame' | 'additional'>,
  subject: SubjectKind,
  rule: Pick<FineRule, 'explanation'>,
): boolean {
  return p.frame[subject].max >= rule.explanation[subject] || p.additional.some((s) => rule.explanation.sanctions.includes(s));
}
