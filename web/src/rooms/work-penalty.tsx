import { Link } from 'react-router-dom';
import { Lacks } from '../parts/next-steps.js';
import { Moment } from '../parts/moment.js';
import { useText } from '../text/language.js';
import { DayText, DueDay } from './penalties/day.js';
import { dong } from './penalties/money.js';
import type { NotYet, ToDo } from './penalties/types.js';

/** What waits against a last day. */
const ON_COMPLAINT = new Set(['accept-complaint', 'answer-complaint', 'returned-answer', 'approve-refusal', 'approve-answer']);

/** One step on the way of a penalty that waits for this person. */
export function PenaltyToDoLine({ line: p }: { line: ToDo }) {
  const { t } = useText();
  const due = (p.why === 'late' || ON_COMPLAINT.has(p.why)) && p.dueOn;
  const place = ON_COMPLAINT.has(p.why) ? '#complaints' : '';
  const to = p.penaltyId ? `/penalties/${p.penaltyId}${place}` : `/penalties/records/${p.violationId}`;
  return (
    <Link className="card row unlined" to={to}>
      <b>{t(`work.penalty.${p.why}`)}</b>
      <What of={p} />
      <span className="soft small">
        {p.caseNumber} · {due ? <DueDay day={due} /> : <Moment at={p.at} only="relative" />}
      </span>
    </Link>
  );
}

/** A draft for this person's signature that lacks something: what, and from when an explanation is waited for no more. */
export function PenaltyNotYetLine({ line: p }: { line: NotYet }) {
  const { t } = useText();
  return (
    <Link className="card unlined" to={`/penalties/${p.penaltyId}`}>
      <div className="row">
        <What of={p} />
        <span className="soft small">
          {p.caseNumber} · <Moment at={p.at} only="relative" />
        </span>
      </div>
      <div className="small">
        <span className="soft">{t('work.lacks')}</span>
        <Lacks of={p.lacks} places={{}} />
        {p.from && (
          <span className="soft">
            {t('work.explainedfrom')} <DayText day={p.from} />
          </span>
        )}
      </div>
    </Link>
  );
}

/** Which decision it is, and how it ends. */
function What({ of: p }: { of: ToDo }) {
  const { t, word, language } = useText();
  return (
    <span className="grow cut">
      {p.number ?? p.reference}
      {p.kind === 'annulment' && ` · ${t('penalty.annulment')}`}
      {p.end && ` · ${word('penaltyend', p.end)}`}
      {p.amount !== null && ` · ${dong(p.amount, language)}`}
    </span>
  );
}
