import { fill } from '../../core/documents/blanks.js';
import type { Measure, PenaltyDecision } from '../penalties/decision.js';
import type { Day } from '../penalty/day.js';
import { evidenceFields, type Accused, type Exhibited, type House } from './known-facts.js';
import type { DecisionDocument, Order, Remedies, RemedyDocument } from './models.js';
import { headingFields, issueFields, signingFields, type Signer } from './signing-fields.js';
import { subjectFields } from './subject-fields.js';

/** What stands beside the content of a decision when it is written as a document. */
export interface DecisionFacts {
  accused: Accused;
  exhibits: Exhibited[];
  signer: Signer | null;
  /** null while it has none */
  number: string | null;
  /** what stands behind the serial */
  letters: string;
  day: Day;
  /** the decree of the provision, as it is named */
  decree: string;
}

/** MQĐ02: a fine or a warning, from the content that is signed. */
export function penaltyFields(d: PenaltyDecision, facts: DecisionFacts, house: House): DecisionDocument {
  const { payment } = house.office;
  const amount = d.end === 'fine' ? (d.sum?.amount ?? undefined) : undefined;
  const answers = d.explanation.answers.map((a) => a.answer).join('; ');
  return {
    ...shared(d, facts, house),
    ...(answers ? { explanation_answer: answers } : {}),
    aggravating: d.circumstances.aggravating.map((c) => c.text.vi),
    mitigating: d.circumstances.mitigating.map((c) => c.text.vi),
    ...(d.end === 'warning' ? { warning: true as const } : {}),
    ...(d.end === 'fine'
      ? {
          fine: {
            amounts: [amount!],
            total: amount!,
            days: d.payWithin!,
            pay_at: payment.pay_at,
            account: payment.account,
            collector: payment.collector,
          },
        }
      : {}),
    additional: measures(d.additional, house),
    remedies: remedies(d.remedies, house),
  };
}

/** MQĐ15: remedies alone, where no penalty is imposed. */
export const remedyFields = (d: PenaltyDecision, facts: DecisionFacts, house: House): RemedyDocument => ({
  ...shared(d, facts, house),
  no_penalty_reason: d.ground,
  remedies: remedies(d.remedies, house),
});

function shared(d: PenaltyDecision, { accused, exhibits, signer, number, letters, day, decree }: DecisionFacts, house: House) {
  const { wording } = house;
  const { provision, act, record } = d;
  const description = fill(wording.act, { act: provision?.act.vi, facts: act.facts });
  return {
    heading: headingFields(number, letters, day, house),
    subject: subjectFields(accused),
    ...signingFields(signer, house),
    ...issueFields(day, house),
    decree,
    record: { number: record.reference, day: record.drawnOn },
    acts: [{ description, provision: provision?.citation.vi ?? '' }],
    evidence: evidenceFields(exhibits, wording),
  };
}

/** What is ordered within its days; where nothing is, why. */
function measures(list: readonly Measure[], { wording }: House): { items: Order[]; reason?: string } {
  const items = list.filter((m) => m.leftOut === null).map((m) => ({ what: m.label.vi, days: m.days! }));
  const leftOut = list.flatMap((m) => m.leftOut ?? []).join('; ');
  return items.length > 0 ? { items } : { items, reason: leftOut || wording.not_in_provision };
}
function remedies(list: readonly Measure[], house: House): Remedies {
  const { items, reason } = measures(list, house);
  return items.length > 0 ? { items, costs: house.wording.costs } : { items, reason };
}
