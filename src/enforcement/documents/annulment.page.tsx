import type { ReactNode } from 'react';
import { amountInDigits, amountInWords, dayInWords } from '../../core/documents/spell-out.js';
import type { AnnulmentDocument } from './models.js';
import { Article, DecisionHead, handOver, kindOf, Lines, sentTo, ServedLine, Signature, SubjectLines, type Pen } from './parts.page.js';

/** MQĐ40: a decision on a penalty is annulled whole. */
export function annulment(model: AnnulmentDocument, pen: Pen): ReactNode {
  const { say } = pen;
  const { annulled } = model;
  const kind = kindOf(model.subject);
  return (
    <>
      <DecisionHead model={model} bases={[say('base_annulled', { number: annulled.number, day: dayInWords(annulled.day) })]} pen={pen} />
      <Article n={1} pen={pen}>
        {say('annuls', { number: annulled.number, day: dayInWords(annulled.day), issuer: annulled.issuer, kind: say(kind) })}
      </Article>
      <SubjectLines subject={model.subject} pen={pen} />
      <Lines of={[say('reason', { reason: model.reason }), ...undone(model, pen)]} />
      <Article n={2} pen={pen}>
        {say('in_force_from', { day: dayInWords(model.effective_from) })}
      </Article>
      <Article n={3} pen={pen}>
        {say('these')}
      </Article>
      <Lines of={[handOver(model, pen), say('appeal', { who: say(`${kind}_starts`) }), ...sentTo(model, 2, pen)]} />
      <Signature model={model} pen={pen} />
      <ServedLine served={model.served} subject={model.subject} pen={pen} />
    </>
  );
}

function undone({ refund, undone: what }: AnnulmentDocument, { say }: Pen): ReactNode[] {
  return [
    ...(refund ? [say('refund', { amount: amountInDigits(refund.amount), words: amountInWords(refund.amount), who: refund.by })] : []),
    ...(what ? [say('undone', { n: refund ? 4 : 3, what })] : []),
  ];
}
