import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Older } from '../../parts/older.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { DayText, DueDay } from './day.js';
import { Facts } from './facts.js';
import { dong } from './money.js';
import type { DecisionFull } from './types.js';

/** Who signed it, and what became of it: number, service, money. */
export function Outcome({ file }: { file: DecisionFull }) {
  const { t, word } = useText();
  const { signature: s } = file;
  return (
    <>
      {s && (
        <Section id="signature" title={t('penalty.signature')}>
          <div className="card">
            <Facts
              of={[
                [t('penalty.signer'), <b>{s.signer}</b>],
                [t('penalty.title'), `${word('title', s.title)}, ${s.body}`],
                s.delegation !== null && [t('penalty.delegation'), s.delegation],
                [t('penalty.signedon'), <DayText day={s.signedOn} />],
                file.number !== null && [t('penalty.number'), <b>{file.number}</b>],
                file.issuedOn !== null && [t('penalty.issuedon'), <DayText day={file.issuedOn} />],
              ]}
            />
          </div>
        </Section>
      )}
      {file.services.length > 0 && (
        <Section id="services" title={t('penalty.services')} n={file.services.length + file.older.services}>
          <div className="card lines">
            {file.services.map((v) => (
              <div key={v.id}>
                <span className={`icon-word ${v.served ? 'good' : 'late'}`}>
                  {v.served ? <IconCircleCheck size={14} aria-hidden /> : <IconCircleX size={14} aria-hidden />}
                  {t(v.served ? 'penalty.wasserved' : 'penalty.notserved')}
                </span>{' '}
                {word('service', v.how)} · <DayText day={v.on} /> <span className="soft small">{v.recordedBy}</span>
                {v.reason && <div className="small wrap">“{v.reason}”</div>}
              </div>
            ))}
            <Older n={file.older.services} />
          </div>
        </Section>
      )}
      <Money file={file} />
    </>
  );
}

function Money({ file }: { file: DecisionFull }) {
  const { t, language } = useText();
  const { debt, refund, payments } = file;
  const owes =
    debt !== null &&
    file.dueOn !== null &&
    (file.state === 'served' || file.state === 'late' || (file.state === 'paid' && debt.interest > 0));
  if (!owes && payments.length === 0 && refund.owed === 0 && refund.made.length === 0) return null;
  return (
    <Section id="money" title={t('penalty.money')}>
      <div className="card stack">
        {owes && (
          <Facts
            of={[
              [t('penalty.dueon'), <DueDay day={file.dueOn!} />],
              [t('penalty.unpaid'), <b>{dong(debt.unpaid, language)}</b>],
              debt.daysLate > 0 && [
                t('penalty.interest'),
                <span className="late">
                  {dong(debt.interest, language)} ({t('penalty.dayslate', { n: debt.daysLate })})
                </span>,
              ],
            ]}
          />
        )}
        {payments.map((p) => (
          <span key={p.id} className="row">
            <b>{dong(p.amount, language)}</b>
            {p.interest > 0 && <span>+ {t('penalty.ofinterest', { amount: dong(p.interest, language) })}</span>}
            {p.annulmentId && <span className="soon small">{t('penalty.paidwhile')}</span>}
            <span className="soft small end">
              {p.receipt} · <DayText day={p.on} />
            </span>
          </span>
        ))}
        {refund.owed > 0 && <span className="late">{t('penalty.refundowed', { amount: dong(refund.owed, language) })}</span>}
        {refund.made.map((r) => (
          <span key={r.receipt}>
            {t('penalty.refunded', { amount: dong(r.amount, language) })}{' '}
            <span className="soft small">
              {r.receipt} · <DayText day={r.on} />
            </span>
          </span>
        ))}
        <Older n={file.older.refunds} />
      </div>
    </Section>
  );
}
