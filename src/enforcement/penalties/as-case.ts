import type { Confirmation } from '../penalty/confidence.js';
import type { Day } from '../penalty/day.js';
import type { Accepted } from '../penalty/fine.js';
import type { PenaltyCase } from '../penalty/penalty-case.js';
import type { DecidedAmount, PenaltyDecision, ProvisionChoice, RecordedAct, Subject } from './decision.js';

export interface Facts {
  subject: Pick<Subject, 'kind' | 'age'>;
  act: RecordedAct;
  provision: ProvisionChoice | null;
  accepted: Accepted;
  amount: DecidedAmount | null;
  crime: PenaltyDecision['crime'];
}
/** On which day, by which title, and what a lawyer confirmed. */
export interface Deciding {
  day: Day | null;
  signer: string | null;
  confirmations: readonly Confirmation[];
}

/** What was recorded and drafted, as the law computes it. */
export function asCase({ subject, act, provision, accepted, amount, crime }: Facts, on: Deciding): PenaltyCase {
  const { types, where, started, discovered, status, returnedByPolice, evasionEnded } = act;
  return {
    subject: { kind: subject.kind, age: subject.age },
    acts: [{ types, where, started, discovered, status, provision, accepted, amount, returnedByPolice, evasionEnded }],
    crime,
    decidedOn: on.day,
    signer: on.signer,
    confirmations: [...on.confirmations],
  };
}

/** The facts of a decision as it was written. */
export const factsOf = (d: PenaltyDecision): Facts => ({
  subject: d.subject,
  act: d.act,
  provision: d.provision?.reason ? { id: d.provision.id, reason: d.provision.reason } : null,
  accepted: {
    mitigating: d.circumstances.mitigating.map((c) => c.code),
    aggravating: d.circumstances.aggravating.map((c) => c.code),
  },
  amount: d.decided,
  crime: d.crime,
});
