import { useState } from 'react';
import { Link } from 'react-router-dom';
import { InLog } from '../../parts/in-log.js';
import { Moment } from '../../parts/moment.js';
import { NextSteps } from '../../parts/next-steps.js';
import { Older } from '../../parts/older.js';
import { State } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { SentBack } from '../../parts/sent-back.js';
import { useText } from '../../text/language.js';
import { DayText, DueDay } from '../penalties/day.js';
import { Facts } from '../penalties/facts.js';
import type { Complaint, DecisionFull, Law } from '../penalties/types.js';
import { AnswerDialog, ApproveDialog, SendBackDialog } from './answer-dialogs.js';
import { AnswerText, ComplaintText } from './complaint-text.js';
import { LodgingText } from './lodging.js';
import { AcceptDialog, RefuseDialog, WithdrawDialog } from './step-dialogs.js';

/** The complaints about a decision: when each came, what is due, what became of it. */
export function Complaints({ file, law }: { file: DecisionFull; law: Law }) {
  const { t } = useText();
  if (file.complaints.length === 0) return null;
  return (
    <Section id="complaints" title={t('complaint.title')} n={file.complaints.length + file.older.complaints}>
      <div className="stack">
        {file.complaints.map((c) => (
          <ComplaintCard key={c.id} file={file} complaint={c} law={law} />
        ))}
        <Older n={file.older.complaints} />
        {file.complaints.some((c) => c.due) && <span className="soft small">{t('complaint.nohold')}</span>}
      </div>
    </Section>
  );
}

function ComplaintCard({ file, complaint: c, law }: { file: DecisionFull; complaint: Complaint; law: Law }) {
  const { t, word } = useText();
  const [asked, setAsked] = useState<string | null>(null);
  const shown = { file, complaint: c, close: () => setAsked(null) };
  return (
    <div className="card stack">
      <div className="row">
        <State kind="complaint" value={c.state} />
        {c.due && (
          <span>
            <span className="soft">{word('complaintdue', c.due.what)}:</span>{' '}
            {c.due.lastDay ? <DueDay day={c.due.lastDay} /> : t('complaint.unknownday')}
          </span>
        )}
        <span className="end">
          <InLog subject={c.id} />
        </span>
      </div>
      <Facts
        of={[
          [t('complaint.receivedon'), <DayText day={c.receivedOn} />],
          [t('complaint.how'), `${word('complaintway', c.how)} · ${word('complainant', c.complainant)}`],
          [t('complaint.lodging'), <LodgingText of={c} />],
          c.acceptedOn !== null && [
            t('complaint.acceptedon'),
            <>
              <DayText day={c.acceptedOn} />
              {c.complex && <span className="soft small"> · {t('complaint.complex')}</span>}
            </>,
          ],
          c.exhibitId !== null && [t('complaint.paper'), <Paper caseId={file.caseId} />],
        ]}
      />
      <ComplaintText of={c} />
      {c.steps
        .filter((s) => s.reason !== null)
        .map((s) => (
          <span key={s.state}>
            <b>{word('complaint', s.state)}</b> <span className="wrap">“{s.reason}”</span>{' '}
            <span className="soft small">
              {s.by} · <Moment at={s.at} only="relative" />
            </span>{' '}
            {s.exhibitId && <Paper caseId={file.caseId} />}
          </span>
        ))}
      {c.answer && (
        <div>
          <h3>{t('complaint.answer')}</h3>
          <AnswerText of={c.answer} />
          <SentBack of={c.answer} />
        </div>
      )}
      <span className="soft small">
        {t('complaint.recordedby', { name: c.recordedBy })} · <Moment at={c.recordedAt} only="relative" />
      </span>
      {c.next.length > 0 && <NextSteps next={c.next} act={(next) => setAsked(next.act)} places={{}} />}
      {asked === 'accept-complaint' && <AcceptDialog {...shown} />}
      {asked === 'refuse-complaint' && <RefuseDialog {...shown} />}
      {asked === 'withdraw-complaint' && <WithdrawDialog {...shown} />}
      {asked === 'draft-answer' && <AnswerDialog {...shown} law={law} />}
      {(asked === 'approve-answer' || asked === 'approve-refusal') && <ApproveDialog {...shown} act={asked} />}
      {asked === 'return' && <SendBackDialog {...shown} />}
    </div>
  );
}

function Paper({ caseId }: { caseId: string }) {
  const { t } = useText();
  return (
    <Link className="plain small" to={`/cases/${caseId}#exhibits`}>
      {t('penalty.inthecase')}
    </Link>
  );
}
