import type { ReactNode } from 'react';
import { amountInDigits, amountInWords, dayInWords, twoDigits } from '../../core/documents/spell-out.js';
import { EvidenceAnnex } from './evidence-annex.page.js';
import type { DecisionDocument, Paper } from './models.js';
import {
  ActLines,
  Article,
  DecisionHead,
  handOver,
  kindOf,
  Lines,
  sentTo,
  ServedLine,
  Signature,
  SubjectLines,
  type Pen,
} from './parts.page.js';

/** MQĐ02: a penalty. */
export function penaltyDecision(model: DecisionDocument, pen: Pen): ReactNode {
  const { say } = pen;
  const kind = kindOf(model.subject);
  const who = say(`${kind}_starts`);
  return (
    <>
      <DecisionHead model={model} bases={basesOf(model, pen)} pen={pen}>
        {model.explanation_answer && <p>{say('explanation', { whom: say(kind), answer: model.explanation_answer })}</p>}
      </DecisionHead>
      <Article n={1} pen={pen}>
        {say('subject', { kind: say(kind) })}
      </Article>
      <SubjectLines subject={model.subject} pen={pen} />
      <ActLines acts={model.acts} pen={pen} />
      <Lines of={circumstances(model, pen)} />
      <Lines of={[say('sanctions'), ...principal(model, pen), ...additional(model, pen), ...remedies(model, pen)]} />
      <Article n={2} pen={pen}>
        {say('in_force_from', { day: dayInWords(model.effective_from) })}
      </Article>
      <Article n={3} pen={pen}>
        {say('these')}
      </Article>
      <Lines of={[handOver(model, pen), say('obey', { who }), ...payment(model, who, pen), say('appeal', { who })]} />
      <Lines of={collection(model, pen)} />
      <Signature model={model} pen={pen} />
      <ServedLine served={model.served} subject={model.subject} pen={pen} />
      <EvidenceAnnex evidence={model.evidence} name={say('name')} number={model.heading.number} day={model.heading.day} pen={pen} />
    </>
  );
}

function basesOf({ decree, record, hearing, verification }: DecisionDocument, { say }: Pen): ReactNode[] {
  const paper = (key: string, is?: Paper) => (is ? [say(key, { number: is.number, day: dayInWords(is.day) })] : []);
  return [
    say('base_decree', { decree }),
    ...paper('base_record', record),
    ...paper('base_hearing', hearing),
    ...paper('base_verification', verification),
  ];
}

const circumstances = ({ aggravating, mitigating }: DecisionDocument, { say }: Pen): ReactNode[] => [
  say('aggravating', { which: aggravating.join('; ') || say('none') }),
  say('mitigating', { which: mitigating.join('; ') || say('none') }),
];

/** Each act has its amount; where there are several, their sum stands below. */
function principal({ fine }: DecisionDocument, { say }: Pen): ReactNode[] {
  if (!fine) return [say('principal_warning')];
  const sum = (amount: number) => ({ amount: amountInDigits(amount), words: amountInWords(amount) });
  return fine.amounts.length === 1
    ? [say('principal_fine'), say('amount', sum(fine.total))]
    : [
        say('principal_fine'),
        ...fine.amounts.map((amount, i) => say('amount_one', { n: twoDigits(i + 1), ...sum(amount) })),
        say('amount_total', sum(fine.total)),
      ];
}

function additional({ additional: { items, reason } }: DecisionDocument, { say }: Pen): ReactNode[] {
  if (items.length === 0) return [say('additional_none', { reason })];
  return items.map(({ what, days }) => say('additional', { what, days: twoDigits(days) }));
}

function remedies({ remedies: { items, reason, costs } }: DecisionDocument, { say }: Pen): ReactNode[] {
  if (items.length === 0) return [say('remedy_none', { reason })];
  return [
    ...items.map(({ what, days }, i) => say(i === 0 ? 'remedy' : 'remedy_more', { what, days: twoDigits(days) })),
    say('costs', { who: costs }),
  ];
}

function payment({ fine }: DecisionDocument, who: ReactNode, { say }: Pen): ReactNode[] {
  if (!fine) return [];
  const { account, pay_at: where } = fine;
  const days = twoDigits(fine.days);
  return [account ? say('pay_into', { who, where, account, days }) : say('pay_at', { who, where, days })];
}

function collection(model: DecisionDocument, pen: Pen): ReactNode[] {
  const { fine } = model;
  return fine ? [pen.say('for_collection', { n: 2, who: fine.collector }), ...sentTo(model, 3, pen)] : sentTo(model, 2, pen);
}
