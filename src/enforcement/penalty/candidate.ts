import type { Text } from '../table-faults.js';
import type { Offered } from './choice.js';
import { authorityOn, whoMaySign, type Competence } from './competence.js';
import { doubt, doubtsOf, type Doubt } from './confidence.js';
import { holds, type Day, type InForce, type DaySpan } from './day.js';
import { rightToExplain } from './explanation.js';
import { fineFor, type Fine } from './fine.js';
import { cite, idOf, type FineRule, type Frame, type Frames, type PenaltyLaw, type Provision } from './law.js';
import { limitation, type Limitation } from './limitation.js';
import type { Act, PenaltyCase } from './penalty-case.js';

/** What one provision would mean for one act. */
export interface Candidate {
  provision: string;
  citation: Text;
  act: Text;
  offered: Offered['offered'] | 'lighter';
  stretched: boolean;
  /** in force on every day on which the act may have happened */
  certain: boolean;
  inForce: { from: Day; to: Day | null };
  frames: Frames;
  /** the frame for this kind of subject, and where it stands that an individual's is a part */
  frame: Frame;
  halving: Text;
  fine: Fine;
  explain: boolean;
  additional: string[];
  remedies: string[];
  precondition: Text | null;
  limitation: Limitation;
  /** who may sign on the day of the decision; null while that day is not known */
  competence: Competence[] | null;
  doubts: Doubt[];
}
/** What every candidate of a case is computed from. */
export interface Ground {
  given: PenaltyCase;
  law: PenaltyLaw;
  rule: FineRule;
}
type How = Pick<Candidate, 'offered' | 'stretched' | 'certain'>;

/** What is in force on the day of the decision; the newest while that day is not known. */
export const onDay = <T extends { in_force: InForce }>(rows: readonly T[], day: Day | null): T | undefined =>
  day ? rows.find((row) => holds(row.in_force, day)) : rows.at(-1);

export function candidateFor(p: Provision, how: How, act: Act, reference: DaySpan, { given, law, rule }: Ground): Candidate {
  const { subject, decidedOn } = given;
  const decree = law.decrees[p.decree];
  const id = idOf(p);
  const fine = fineFor({
    provision: p,
    id,
    subject: subject.kind,
    age: subject.age,
    divisor: decree.individual_divisor,
    accepted: act.accepted,
    rule,
    policy: onDay(law.policy.one_circumstance, decidedOn) ?? null,
    decided: act.amount?.value ?? null,
  });
  const table = decidedOn ? authorityOn(law.authorities, decidedOn) : null;
  const competence = table && whoMaySign(table, p, subject.kind);
  const signer = competence?.find((c) => c.title === given.signer);
  return {
    ...how,
    provision: id,
    citation: cite(p, decree),
    act: p.act,
    inForce: { from: p.in_force.from, to: p.in_force.to ?? null },
    frames: p.frame,
    frame: p.frame[subject.kind],
    halving: decree.halving,
    fine,
    explain: rightToExplain(p, subject.kind, rule),
    additional: p.additional,
    remedies: p.remedies,
    precondition: p.precondition ?? null,
    limitation: limitation({ ...act, reference, years: p.limitation_years, decidedOn }, rule, law.rules),
    competence,
    doubts: [
      ...doubt(p.decree, decree.confidence),
      ...(act.accepted.mitigating.length + act.accepted.aggravating.length > 0 ? doubt('circumstances', law.circumstances.confidence) : []),
      ...doubtsOf(id, p, ['additional', 'remedies', 'frame', 'where', 'limitation_years', 'explain', 'in_force'], true),
      ...(how.stretched ? doubt(`${id} stretched_to`, p.stretched_to!.confidence, p.stretched_to!.note) : []),
      ...fine.doubts,
      ...doubtsOf(rule.key, rule, ruleFields(how, act), true),
      ...(signer ? signer.doubts : table ? doubt(`authority ${table.in_force.from}`, table.confidence, table.note ?? null) : []),
    ],
  };
}

const ruleFields = ({ offered }: How, act: Act): string[] => [
  ...['cites', 'counting'],
  ...(act.returnedByPolice ? ['returned_adds_years'] : []),
  ...(offered === 'lighter' ? ['lighter_text'] : []),
];
