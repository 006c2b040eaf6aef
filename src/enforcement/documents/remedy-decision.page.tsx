import type { ReactNode } from 'react';
import { Bases, Title } from '../../core/documents/layout.page.js';
import { dayInWords, twoDigits } from '../../core/documents/spell-out.js';
import { EvidenceAnnex } from './evidence-annex.page.js';
import type { RemedyDocument } from './models.js';
import {
  ActLines,
  Article,
  DocumentHead,
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
  const { record, delegation, remedies } = model;
  const kind = kindOf(model.subject);
  const who = say(`${kind}_starts`);
  return (
    <>
      <DocumentHead heading={model.heading} pen={pen} />
      <Title name={say('name')} subject={say('about')} />
      <p className="issuer">{say('written', { text: model.issuer })}</p>
      <Bases
        lines={[
          say('base_law', { law: pen.law }),
          say('base_procedure', { decree: pen.decree }),
          say('base_decree', { decree: model.decree }),
          say('base_record', { number: record.number, day: dayInWords(record.day) }),
          ...(delegation ? [say('base_delegation', { number: delegation.number, day: dayInWords(delegation.day) })] : []),
        ]}
      />
      <p className="decides">{say('decides')}</p>
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
