import { Badge, Radio } from '@mantine/core';
import { useText } from '../../text/language.js';
import { DayText } from './day.js';
import { Doubts } from './doubts.js';
import { doubtsOf } from './doubts-of.js';
import { dong, range } from './money.js';
import type { Candidate, Confirmation } from './types.js';

interface Shown {
  candidate: Candidate;
  subject: 'individual' | 'organisation';
  chosen: boolean;
  /** without it nothing is chosen here */
  choose?: () => void;
  name: string;
  /** what a lawyer confirmed on the case */
  confirmations: Confirmation[];
}

/** One provision that the act may fall under: its frame, what would follow, and why it is offered. */
export function CandidateCard({ candidate: c, subject, chosen, choose, name, confirmations }: Shown) {
  const { t, word, language } = useText();
  const { fine } = c;
  const { open, confirmed } = doubtsOf(c.doubts, confirmations);
  return (
    <div className="candidate card stack" data-on={chosen} style={{ gap: 4 }}>
      <div className="row">
        {choose ? (
          <Radio size="xs" name={name} checked={chosen} onChange={choose} label={<b>{c.citation[language]}</b>} />
        ) : (
          <b>{c.citation[language]}</b>
        )}
        <Badge variant="light" color={c.offered === 'named' ? 'blue' : 'gray'}>
          {word('offered', c.offered)}
        </Badge>
      </div>
      <div className="small">{c.act[language]}</div>
      <div>
        <b>{range(c.frame, language)}</b>
        {subject === 'individual' && (
          <span className="soft small">
            {' '}
            · {t('penalty.printed', { frame: range(c.frames.organisation, language) })} · {c.halving[language]}
          </span>
        )}
      </div>
      <div className="small">
        {word('fine', fine.outcome)}
        {fine.amount !== null && (
          <>
            : <b>{dong(fine.amount, language)}</b>
          </>
        )}
        {fine.amount === null && fine.between && `: ${range(fine.between, language)}`}
      </div>
      <div className="small soft">
        {[...c.remedies.map((r) => word('remedy', r)), ...c.additional.map((s) => word('sanction', s))].join(' · ')}
        {c.remedies.length + c.additional.length > 0 && ' · '}
        {t(c.explain ? 'penalty.mayexplain' : 'penalty.maynotexplain')} · {t('penalty.limitation')} <DayText day={c.limitation.lastDay} />
        {!c.certain && ` · ${t('penalty.notcertain')}`}
        {c.stretched && ` · ${t('penalty.stretched')}`}
      </div>
      {c.precondition && <div className="small soon">{c.precondition[language]}</div>}
      {c.doubts.length > 0 && (
        <details className="small">
          <summary>{open.length > 0 ? t('penalty.doubts', { n: open.length }) : t('penalty.nodoubts')}</summary>
          <Doubts of={open} confirmed={confirmed} />
        </details>
      )}
    </div>
  );
}
