import { Link } from 'react-router-dom';
import { Moment } from '../parts/moment.js';
import { useText } from '../text/language.js';
import { DueDay } from './penalties/day.js';
import { dong } from './penalties/money.js';
import type { ToDo } from './penalties/types.js';

/** One step on the way of a penalty that waits for this person. */
export function PenaltyToDoLine({ line: p }: { line: ToDo }) {
  const { t, word, language } = useText();
  const to = p.penaltyId ? `/penalties/${p.penaltyId}` : `/penalties/records/${p.violationId}`;
  return (
    <Link className="card row unlined" to={to}>
      <b>{t(`work.penalty.${p.why}`)}</b>
      <span className="grow cut">
        {p.number ?? p.reference}
        {p.kind === 'annulment' && ` · ${t('penalty.annulment')}`}
        {p.end && ` · ${word('penaltyend', p.end)}`}
        {p.amount !== null && ` · ${dong(p.amount, language)}`}
      </span>
      <span className="soft small">
        {p.caseNumber} · {p.why === 'late' && p.dueOn ? <DueDay day={p.dueOn} /> : <Moment at={p.at} only="relative" />}
      </span>
    </Link>
  );
}
