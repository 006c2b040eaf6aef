import type { Annulment } from '../penalties/decision.js';
import type { Day } from '../penalty/day.js';
import type { Accused, House } from './known-facts.js';
import type { AnnulmentDocument } from './models.js';
import { headingFields, issueFields, signingFields, type Signer } from './signing-fields.js';
import { subjectFields } from './subject-fields.js';

export interface AnnulmentFacts {
  accused: Accused;
  signer: Signer | null;
  number: string | null;
  letters: string;
  day: Day;
  /** the decision that it takes back: when it was issued, and by which title */
  annulled: { number: string; issuedOn: Day; issuer: string };
  /** what came in for it and is owed back */
  owed: number;
}

/** MQĐ40: a decision on a penalty that was issued is taken back. */
export function annulmentFields({ reason }: Annulment, facts: AnnulmentFacts, house: House): AnnulmentDocument {
  const { accused, signer, number, letters, day, annulled, owed } = facts;
  return {
    heading: headingFields(number, letters, day, house),
    subject: subjectFields(accused),
    ...signingFields(signer, house),
    ...issueFields(day, house),
    annulled: { number: annulled.number, day: annulled.issuedOn, issuer: annulled.issuer },
    reason,
    ...(owed > 0 ? { refund: { amount: owed, by: house.office.payment.refund_by } } : {}),
  };
}
