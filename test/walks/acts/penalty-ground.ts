import { because } from '../act.js';
import type { Person } from '../people.js';
import { standsFalse, type Penalty, type Violation, type World } from '../world.js';
import { afterWorkingDays, daysAfter } from '../working-days.js';
import { heard } from './penalty-wordings.js';

export const kindOf = (p: Penalty) => (p.annuls ? 'annulment' : 'penalty');
/** A signature that was voided is none. */
export const handsIn = (p: Penalty): Set<Person> => new Set([...p.writers, ...p.of.writers, ...(p.signed && p.signer ? [p.signer] : [])]);
export const handsOn = (p: Penalty, who: Person) => because([handsIn(p).has(who), 'they had a hand in it']);

/** Why the decision cannot be signed or issued now, whoever wanted to. `unsure` near the edge of a window that is counted in months. */
export function lacking(w: World, p: Penalty): string | null | 'unsure' {
  const v = p.of;
  if (p.annuls) return because([['draft', 'cancelled', 'annulled', 'refunded'].includes(p.annuls.state), 'nothing to annul']);
  if (v.state !== 'drawn') return 'the record is not drawn up';
  const unanswered: [boolean, string] = [heard(v).some((e) => !p.answered.has(e.id)), 'an explanation is not answered'];
  if (p.end === 'none') return because(unanswered);
  const unsound = because(
    [v.of.state !== 'confirmed', 'the case is not confirmed'],
    [!standsFalse(v.of.post) && p.end !== 'referral', 'not judged false'],
    [!p.sound, 'the figures do not follow'],
  );
  if (p.end === 'remedies' || p.end === 'referral') return unsound ?? because(unanswered);
  const missing =
    unsound ?? because([!v.rightConfirmed, 'the right is not confirmed'], unanswered, [!explained(w, v), 'an explanation is waited for']);
  if (missing) return missing;
  if (heard(v).length === 0) return because([w.today > afterWorkingDays(v.drawnOn!, 7), 'too late']);
  return w.today <= daysAfter(v.drawnOn!, 28) ? null : w.today > daysAfter(v.drawnOn!, 35) ? 'too late' : 'unsure';
}
function explained(w: World, v: Violation): boolean {
  const asked = v.explanations.findLastIndex((e) => e.kind === 'hearing-requested');
  const waits = asked >= 0 && !v.explanations.slice(asked + 1).some((e) => ['heard', 'waived'].includes(e.kind));
  const spoke = v.explanations.some((e) => ['written', 'heard', 'waived'].includes(e.kind));
  return !waits && (spoke || w.today > afterWorkingDays(v.drawnOn!, 5));
}
export const signable = (w: World, p: Penalty) => lacking(w, p) === null;
