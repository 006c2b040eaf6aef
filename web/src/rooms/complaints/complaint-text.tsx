import { Link } from 'react-router-dom';
import { useText } from '../../text/language.js';
import { DayText } from '../penalties/day.js';
import type { Complaint } from '../penalties/types.js';

/** What is asked, and why. */
export function ComplaintText({ of: c }: { of: Complaint }) {
  const { t } = useText();
  if (c.asks === null) return <span className="soft">{t('complaint.purged')}</span>;
  return (
    <div className="stack" style={{ gap: 4 }}>
      <span className="wrap">
        <span className="soft">{t('complaint.asks')}:</span> “{c.asks}”
      </span>
      <span className="wrap">
        <span className="soft">{t('complaint.says')}:</span> “{c.says}”
      </span>
    </div>
  );
}

/** What is answered, by whom it was written and by whom approved. */
export function AnswerText({ of: a }: { of: NonNullable<Complaint['answer']> }) {
  const { t, word } = useText();
  return (
    <div className="stack" style={{ gap: 4 }}>
      <b>{word('complaintoutcome', a.outcome)}</b>
      <span className="wrap">“{a.says}”</span>
      <span className="soft small">
        {t('complaint.answerby', { name: a.writtenBy })} ·{' '}
        {a.approved ? (
          <>
            {t('complaint.approvedby', { name: a.approved.by, title: word('title', a.approved.title) })} · <DayText day={a.approved.on} />
          </>
        ) : (
          t('complaint.notapproved')
        )}
      </span>
      {a.approved?.annulmentId && (
        <Link className="plain small" to={`/penalties/${a.approved.annulmentId}`}>
          {t('complaint.annulment')}
        </Link>
      )}
    </div>
  );
}
