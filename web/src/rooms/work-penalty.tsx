import { Link } from 'react-router-dom';
import { Moment } from '../parts/moment.js';
import { useText } from '../text/language.js';
import { DueDay } from './penalties/day.js';
import { dong } from './penalties/money.js';
import type { ToDo } from './penalties/types.js';

/** What waits against a last day. */
const DUE = new Set(['late', 'accept-complaint', 'answer-complaint', 'approve-refusal', 'approve-answer']);

/** One step on the way of a penalty that waits for this person. */
export function PenaltyToDoLine({ line: p }: { line: ToDo }) {
  const { t, word, language } = useText();
  const due = DUE.has(p.why) && p.dueOn;
  const place = p.why.endsWith('-complaint') || p.why === 'approve-refusal' || p.why === 'approve-answer' ? '#complaints' : '';
  const to = p.penaltyId ? `/penalties/${p.penaltyId}${place}` : `/penalties/records/${p.violationId}`;
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
        {p.caseNumber} · {due ? <DueDay day={due} /> : <Moment at={p.at} only="relative" />}
      </span>
    </Link>
  );
}
