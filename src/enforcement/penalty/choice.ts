import { meets, until, type Day, type InForce, type DaySpan } from './day.js';
import type { ActType, Place, Provision, SubjectKind } from './law.js';

export const READINGS = ['ended', 'ongoing'] as const;
/** Was the act over before it was discovered, or still going on? A legal question: a person answers it. */
export type Reading = (typeof READINGS)[number];
/** The inspector's answer, with the reason; an act that ended without a day of its own ended when it was done. */
export interface Status {
  answer: Reading;
  ended: DaySpan | null;
  reason: string;
}
export interface ActTime {
  started: DaySpan;
  discovered: DaySpan | null;
  status: Status | null;
}
/** Where the clock of the law stands in one reading. */
export interface ReadAs {
  reading: Reading;
  reference: DaySpan;
}

/** One reading where the inspector answered, both where nobody did: nothing is concluded from a post being still online. */
export function readings(time: ActTime, decidedOn: Day | null): ReadAs[] {
  const { started, discovered, status } = time;
  const before = discovered && (!decidedOn || discovered.last <= decidedOn) ? discovered.last : decidedOn;
  const ended = until(status?.ended ?? started, before);
  const found = discovered && until(discovered, decidedOn);
  const all = [
    ...(ended ? [{ reading: 'ended' as const, reference: ended }] : []),
    ...(found ? [{ reading: 'ongoing' as const, reference: found }] : []),
  ];
  return status ? all.filter((r) => r.reading === status.answer) : all;
}

export interface Offered {
  provision: Provision;
  /** of the act as the inspector named it, or of one that the same post may also be */
  offered: 'named' | 'beside';
  /** the place is one to which only practice took the provision */
  stretched: boolean;
  /** in force on every day that the act may have happened */
  certain: boolean;
}

/** The provisions for acts of these kinds at this place, in force at the time. */
export function candidates(
  provisions: readonly Provision[],
  act: { types: string[]; where: Place; subject: SubjectKind },
  reference: DaySpan,
  actTypes: Record<string, ActType>,
): Offered[] {
  const beside = act.types.flatMap((type) => actTypes[type].beside).filter((type) => !act.types.includes(type));
  const offers = (types: string[], offered: Offered['offered']): Offered[] =>
    provisions
      .filter((p) => types.includes(p.act_type) && p.subjects.includes(act.subject) && meets(p.in_force, reference))
      .filter((p) => p.where.includes(act.where) || p.stretched_to?.where.includes(act.where))
      .map((provision) => ({
        provision,
        offered,
        stretched: !provision.where.includes(act.where),
        certain: wholly(provision.in_force, reference),
      }));
  return [...offers(act.types, 'named'), ...offers(beside, 'beside')];
}
const wholly = (range: InForce, span: DaySpan): boolean => range.from <= span.first && (!range.to || span.last <= range.to);

/** Later texts on the same act, in force by the day of the decision, that are more lenient: to be put before legal staff. */
export function moreLenient(
  provisions: readonly Provision[],
  than: Provision,
  subject: SubjectKind,
  where: Place,
  decidedOn: Day | null,
): Provision[] {
  if (!decidedOn || !than.in_force.to) return [];
  return provisions.filter(
    (p) =>
      p.act_type === than.act_type &&
      p.in_force.from > than.in_force.to! &&
      p.in_force.from <= decidedOn &&
      p.subjects.includes(subject) &&
      p.where.includes(where) &&
      lighter(p, than, subject),
  );
}

/** First the highest amount, then the lowest, then what is imposed beside it. */
function lighter(p: Provision, than: Provision, subject: SubjectKind): boolean {
  const [a, b] = [p.frame[subject], than.frame[subject]];
  if (a.max !== b.max) return a.max < b.max;
  if (a.min !== b.min) return a.min < b.min;
  return p.additional.length + p.remedies.length < than.additional.length + than.remedies.length;
}
