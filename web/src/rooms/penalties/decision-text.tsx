import { Link } from 'react-router-dom';
import { useText } from '../../text/language.js';
import { DayText } from './day.js';
import { Facts } from './facts.js';
import { dong, range } from './money.js';
import { NameShown } from './people.js';
import { ExhibitsShown, useActFacts } from './record-content.js';
import { Sum } from './sum.js';
import type { Annulment, Decision, DecisionFull } from './types.js';

/** All that a decision says: exactly what is signed. */
export function DecisionText({ file, name }: { file: DecisionFull; name: string | null }) {
  return file.content.kind === 'annulment' ? (
    <AnnulmentText content={file.content} name={name} />
  ) : (
    <PenaltyText content={file.content as Decision} file={file} name={name} />
  );
}

function PenaltyText({ content: d, file, name }: { content: Decision; file: DecisionFull; name: string | null }) {
  const { t, word, language } = useText();
  const act = useActFacts();
  const { mitigating, aggravating } = d.circumstances;
  const circumstances = [...mitigating, ...aggravating];
  return (
    <div className="stack">
      <Facts
        of={[
          [t('penalty.end'), <b>{word('penaltyend', d.end)}</b>],
          d.end === 'fine' && [
            t('penalty.amount'),
            d.sum?.amount == null ? (
              <span className="late">{t('penalty.noamount')}</span>
            ) : (
              <>
                <span className="amount">{dong(d.sum.amount, language)}</span> <span lang="vi">({file.amountInWords})</span>
              </>
            ),
          ],
          [
            t('penalty.subject'),
            `${word('subject', d.subject.kind)}${d.subject.age === null ? '' : `, ${t('penalty.aged', { n: d.subject.age })}`}`,
          ],
          [t('penalty.name'), <NameShown of={name} />],
          ...act(d.act),
          d.provision && [
            t('penalty.provision'),
            <>
              {d.provision.citation[language]}: {d.provision.act[language]}{' '}
              {d.provision.reason && <span className="soft">“{d.provision.reason}”</span>}
            </>,
          ],
          d.frame && [
            t('penalty.frame'),
            <>
              {range(d.frame.subject, language)}{' '}
              <span className="soft small">
                ({t('penalty.printed', { frame: range(d.frame.printed, language) })}
                {d.subject.kind === 'individual' && `, ${d.frame.halving[language]}`})
              </span>
            </>,
          ],
          circumstances.length > 0 && [
            t('penalty.circumstances'),
            <ul className="plainlist">
              {mitigating.map((c) => (
                <li key={`m${c.code}`}>
                  {t('penalty.mitigating')} {c.code}: {c.text[language]} <span className="soft">“{c.ground}”</span>
                </li>
              ))}
              {aggravating.map((c) => (
                <li key={`a${c.code}`}>
                  {t('penalty.aggravating')} {c.code}: {c.text[language]} <span className="soft">“{c.ground}”</span>
                </li>
              ))}
            </ul>,
          ],
          d.decided && [
            t('penalty.decidedamount'),
            <>
              {dong(d.decided.value, language)} <span className="soft">“{d.decided.reason}”</span>
            </>,
          ],
          ...[...d.additional, ...d.remedies].map((m): [string, React.ReactNode] => [
            m.label[language],
            m.leftOut !== null ? (
              <>
                {t('penalty.leaveout')} <span className="soft">“{m.leftOut}”</span>
              </>
            ) : m.days === null ? (
              <span className="late">{t('penalty.daysneeded')}</span>
            ) : (
              t('penalty.withindays', { n: m.days })
            ),
          ]),
          d.crime.signs.length + (d.crime.refer === null ? 0 : 1) > 0 && [
            t('penalty.crime'),
            `${d.crime.refer === null ? '–' : t(d.crime.refer ? 'penalty.yes' : 'penalty.no')}${d.crime.reason ? ` “${d.crime.reason}”` : ''}`,
          ],
          [t('penalty.explanation'), t(d.explanation.right ? 'penalty.mayexplain' : 'penalty.maynotexplain')],
          ...d.explanation.answers.map((a): [string, React.ReactNode] => [t('penalty.answer'), a.answer]),
          [t('penalty.ground'), d.ground],
          [t('case.exhibits'), <ExhibitsShown of={d.exhibits} caseId={file.caseId} />],
          d.payWithin !== null && [t('penalty.paywithin'), t('penalty.ndays', { n: d.payWithin })],
          [
            t('penalty.record'),
            <>
              <Link className="plain" to={`/penalties/records/${d.record.id}`}>
                {d.record.reference}
              </Link>{' '}
              · <DayText day={d.record.drawnOn} />
            </>,
          ],
          [t('penalty.rule'), `${d.rule.name[language]}, ${d.rule.cites[language]}`],
        ]}
      />
      {d.sum && (
        <section aria-label={t('penalty.sum')}>
          <h2>{t('penalty.sum')}</h2>
          <Sum steps={d.sum.steps} />
        </section>
      )}
    </div>
  );
}

function AnnulmentText({ content: a, name }: { content: Annulment; name: string | null }) {
  const { t, word } = useText();
  return (
    <Facts
      of={[
        [
          t('penalty.annuls'),
          <>
            <Link className="plain" to={`/penalties/${a.annuls.id}`}>
              {a.annuls.number ?? t('penalty.decision')}
            </Link>{' '}
            · <DayText day={a.annuls.signedOn} />
          </>,
        ],
        [t('penalty.name'), <NameShown of={name} />],
        [t('penalty.annulwhy'), word('annulment', a.ground)],
        a.complaint !== undefined && [
          t('complaint.of'),
          <Link className="plain" to={`/penalties/${a.annuls.id}#complaints`}>
            <DayText day={a.complaint.receivedOn} />
          </Link>,
        ],
        [t('case.reason'), a.reason],
      ]}
    />
  );
}
