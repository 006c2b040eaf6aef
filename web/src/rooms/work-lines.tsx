import { Suspense } from 'react';
import { Link } from 'react-router-dom';
import type { CaseLine, Work } from '../api/types.js';
import { registryDesk } from '../parts/desk.js';
import { Moment } from '../parts/moment.js';
import { State } from '../parts/parts.js';
import { useText } from '../text/language.js';
import { calendarDay } from '../text/time.js';
import { ClaimApproval } from './claims/claim-approval.js';
import { RetirementDecision } from './claims/retirement-decision.js';

const MergeDecision = registryDesk(async () => ({ default: (await import('./claims/merge-decision.js')).MergeDecision }));

type TakedownLine = Work['toSend'][number] &
  Partial<
    Pick<Work['approvals']['takedowns'][number], 'writtenBy'> &
      Pick<Work['late'][number], 'nobodyAnswers'> &
      Pick<Work['toRedraft'][number], 'by' | 'at'>
  >;

/** One line for each thing that waits: it leads to where the work is done. */
export function TakedownToDo({ line: d }: { line: TakedownLine }) {
  const { t, word } = useText();
  return (
    <Link className="card row unlined" to={`/takedowns/${d.takedownId}`}>
      <b>{d.reference}</b>
      <State kind="takedown" value={d.state} />
      <span className="grow">{word('platform', d.platform)}</span>
      {d.nobodyAnswers && <span className="late small">{t('work.nobodyanswers')}</span>}
      <span className="soft small">
        {d.number}
        {d.writtenBy && ` · ${d.writtenBy}`}
        {d.by && d.at && (
          <>
            {' · '}
            {t('desk.sentbackby', { name: d.by })} · <Moment at={d.at} only="relative" />
          </>
        )}
      </span>
    </Link>
  );
}

export function CorrectionToDo({ line: c }: { line: Work['toCorrect'][number] }) {
  const { t } = useText();
  return (
    <Link className="card row unlined" to={`/corrections/${c.correctionId}`}>
      <b>{t(`work.correct.${c.why}`)}</b>
      <span className="grow cut">{c.title || c.said}</span>
      <span className="soft small">
        {c.by} · <Moment at={c.at} only="relative" />
      </span>
    </Link>
  );
}

export function CaseToDo({ line: c, place = '' }: { line: CaseLine; place?: string }) {
  const { t } = useText();
  return (
    <Link className="card row unlined" to={`/cases/${c.id}${place}`}>
      <b>{c.number}</b>
      <State kind="case" value={c.state} />
      <span className="grow cut">{c.title}</span>
      {c.overtaken > 0 && <span className="late small">{t('over.mark')}</span>}
      {c.groundLost > 0 && <span className="late small">{t('case.groundgone')}</span>}
    </Link>
  );
}

const SAYS = {
  approve: 'claim.by',
  retire: 'claim.retireby',
  merge: 'merge.asked.merge',
  reinstate: 'merge.asked.reinstate',
} as const;
export function ClaimToDo({ line: c }: { line: Work['approvals']['claims'][number] }) {
  const { t, word } = useText();
  return (
    <div className="card row">
      <span className="grow">
        <Link className="two unlined" to={`/claims?id=${c.claimId}`}>
          {c.text}
        </Link>
        <span className="soft small">
          {word('topic', c.topic)} · {t(SAYS[c.why], { name: c.askedBy ?? '' })} · <Moment at={c.askedAt} clock="true" only="relative" />
        </span>
      </span>
      {c.why === 'approve' && <ClaimApproval claimId={c.claimId} text={c.text} />}
      {c.why === 'retire' && <RetirementDecision claimId={c.claimId} text={c.text} />}
      {(c.why === 'merge' || c.why === 'reinstate') && (
        <Suspense>
          <MergeDecision claimId={c.claimId} text={c.text} what={c.why} />
        </Suspense>
      )}
    </div>
  );
}

export function ClaimToReword({ line: c }: { line: Work['toReword'][number] }) {
  const { t, word } = useText();
  return (
    <Link className="card row unlined" to={`/claims?id=${c.claimId}`}>
      <span className="grow cut">{c.text}</span>
      <span className="soft small">
        {word('topic', c.topic)} · {t('desk.sentbackby', { name: c.by })} · <Moment at={c.at} clock="true" only="relative" />
      </span>
    </Link>
  );
}

export function FallToDo({ line: f }: { line: Work['approvals']['falls'][number] }) {
  const { t } = useText();
  return (
    <Link className="card row unlined" to={`/cases/${f.caseId}`}>
      <b>{f.number}</b>
      <span className="grow">
        <span className="two">
          <b>{t(f.what === 'fall' ? 'case.whatfall' : 'case.whatreopening')}</b> {f.reason}
        </span>
      </span>
      <span className="soft small">{f.proposedBy}</span>
    </Link>
  );
}

export function OvertakenToDo({ line: o }: { line: Work['overtaken'][number] }) {
  const { t, language } = useText();
  return (
    <Link className="card row unlined" to={`/cases/${o.caseId}`}>
      <b>{o.number}</b>
      <State kind="case" value={o.state} />
      <span className="grow cut">{o.text}</span>
      <span className="late small">{t(`over.${o.cause}`, { day: calendarDay(o.since, language) })}</span>
    </Link>
  );
}

export function DeadlineToDo({ line: d }: { line: Work['deadlines'][number] }) {
  const { t } = useText();
  return (
    <Link className="card row unlined" to={`/cases/${d.caseId}`}>
      <b>{d.number}</b>
      <span className="grow">
        <span className="two">{d.what}</span>
      </span>
      <span className={d.overdue ? '' : 'soft'}>
        {d.overdue && <b>{t('takedown.overdue')} · </b>}
        <Moment at={d.dueAt} />
      </span>
    </Link>
  );
}
