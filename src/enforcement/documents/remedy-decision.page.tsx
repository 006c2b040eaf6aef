import type { ReactNode } from 'react';
import { dayInWords, twoDigits } from '../../core/documents/spell-out.js';
import { EvidenceAnnex } from './evidence-annex.page.js';
import type { RemedyDocument } from './models.js';
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

/** MQĐ15: remedies where no penalty is imposed. */
export function remedyDecision(model: RemedyDocument, pen: Pen): ReactNode {
  const { say } = pen;
  const { record, remedies } = model;
  const kind = kindOf(model.subject);
  const who = say(`${kind}_starts`);
  return (
    <>
      <DecisionHead
        model={model}
        bases={[say('base_decree', { decree: model.decree }), say('base_record', { number: record.number, day: dayInWords(record.day) })]}
        pen={pen}
      />
      <Article n={1} pen={pen}>
        {say('subject', { kind: say(kind) })}
      </Article>
      <SubjectLines subject={model.subject} pen={pen} />
      <ActLines acts={model.acts} pen={pen} />
      <Lines
        of={[
          say('reason', { reason: model.no_penalty_reason }),
          say('remedies'),
          ...remedies.items.map(({ what, days }) => say('remedy_more', { what, days: twoDigits(days) })),
          say('costs', { who: remedies.costs }),
        ]}
      />
      <Article n={2} pen={pen}>
        {say('in_force_from', { day: dayInWords(model.effective_from) })}
      </Article>
      <Article n={3} pen={pen}>
        {say('these')}
      </Article>
      <Lines of={[handOver(model, pen), say('obey', { who }), say('appeal', { who }), ...sentTo(model, 2, pen)]} />
      <Signature model={model} pen={pen} />
      <ServedLine served={model.served} subject={model.subject} pen={pen} />
      <EvidenceAnnex evidence={model.evidence} name={say('name')} number={model.heading.number} day={model.heading.day} pen={pen} />
    </>
  );
}
