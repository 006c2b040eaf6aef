import { Link } from 'react-router-dom';
import { useText } from '../../text/language.js';
import { useExhibits } from '../case/use-case.js';
import { useAnswerFacts } from './answers-shown.js';
import { SpanText } from './day.js';
import { useExhibitName } from './exhibit-choice.js';
import { Facts } from './facts.js';
import type { People } from './people.js';
import { open, type Said } from './said.js';
import type { RecordContent } from './types.js';
import { useLawWords } from './use-penalty.js';

/** The act as the record holds it; a decision repeats it. */
export function useActFacts() {
  const { t, word } = useText();
  const words = useLawWords();
  return (act: RecordContent['act'], said: Said = open): [string, React.ReactNode][] => [
    [t('penalty.acttype'), act.types.map((k) => words('actTypes', k)).join('; ')],
    [t('penalty.where'), word('place', act.where)],
    [t('penalty.started'), <SpanText span={act.started} />],
    ...(act.startedReason ? ([[t('penalty.startedother'), said(act.startedReason)]] as [string, React.ReactNode][]) : []),
    ...(act.discovered ? ([[t('penalty.discovered'), <SpanText span={act.discovered} />]] as [string, React.ReactNode][]) : []),
    ...(act.status
      ? ([
          [
            t('penalty.answered'),
            <>
              {word('reading', act.status.answer)}
              {act.status.ended && (
                <>
                  {' '}
                  (<SpanText span={act.status.ended} />)
                </>
              )}{' '}
              <span className="soft">{said(act.status.reason, true)}</span>
            </>,
          ],
        ] as [string, React.ReactNode][])
      : []),
    [t('penalty.facts'), said(act.facts)],
  ];
}

/** The exhibits that a record or a decision rests on. */
export function ExhibitsShown({ of, caseId }: { of: RecordContent['exhibits']; caseId: string }) {
  const { t } = useText();
  const exhibits = useExhibits(caseId).data;
  const name = useExhibitName();
  if (of.length === 0) return <span className="late">{t('case.noexhibits')}</span>;
  return (
    <div className="stack" style={{ gap: 2 }}>
      {of.map((x) => {
        const found = exhibits?.find((e) => e.id === x.exhibitId);
        return (
          <span key={x.exhibitId} className="small">
            {found ? name(found) : '–'} <span className="mono soft">{x.sha256.slice(0, 12)}</span>
          </span>
        );
      })}
      <Link className="plain small" to={`/cases/${caseId}#exhibits`}>
        {t('penalty.inthecase')}
      </Link>
    </div>
  );
}

/** All that a violation record says. */
export function RecordText({
  content: c,
  caseId,
  people,
  said = open,
}: {
  content: RecordContent;
  caseId: string;
  people: People | null;
  said?: Said;
}) {
  const { t, word, language } = useText();
  const act = useActFacts();
  const answered = useAnswerFacts();
  const provision = c.candidates.find((x) => x.id === (c.provision?.id ?? c.applies));
  return (
    <Facts
      of={[
        [
          t('penalty.subject'),
          `${word('subject', c.subject.kind)}${c.subject.age === null ? '' : `, ${t('penalty.aged', { n: c.subject.age })}`}`,
        ],
        [t('penalty.name'), people ? <b>{people.accused}</b> : <span aria-label={t('case.masked')}>••••••</span>],
        [t('penalty.recordplace'), c.place],
        ...act(c.act, said),
        ...answered(c, said),
        [
          t('penalty.stop'),
          <>
            {t(c.stopDemanded === null ? 'penalty.unasked' : c.stopDemanded ? 'penalty.yes' : 'penalty.no')}{' '}
            {c.stopReason && <span className="soft">{said(c.stopReason, true)}</span>}
          </>,
        ],
        [t('case.exhibits'), <ExhibitsShown of={c.exhibits} caseId={caseId} />],
        c.provision || provision
          ? [
              t('penalty.provision'),
              <>
                {provision?.citation[language] ?? c.provision?.id}{' '}
                {c.provision && <span className="soft">{said(c.provision.reason, true)}</span>}
              </>,
            ]
          : null,
        c.explanation && [t('penalty.right'), t(c.explanation.right ? 'penalty.mayexplain' : 'penalty.maynotexplain')],
      ]}
    />
  );
}
