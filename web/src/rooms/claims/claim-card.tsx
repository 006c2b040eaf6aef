import { Suspense } from 'react';
import { registryDesk } from '../../parts/desk.js';
import { Link } from 'react-router-dom';
import { may, useMe } from '../../api/queries.js';
import type { Claim } from '../../api/types.js';
import { FirstFew } from '../../parts/first-few.js';
import { InLog } from '../../parts/in-log.js';
import { Long } from '../../parts/long.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { SentBack, SentBackMark } from '../../parts/sent-back.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';
import { ClaimApproval } from './claim-approval.js';
import { ClaimTruth } from './claim-truth.js';
import { Correct } from './correct.js';
import { MoreActs } from './more-acts.js';
import { ProposeRetirement } from './propose-retirement.js';
import { RewordClaim } from './reword-claim.js';
import { RetirementDecision } from './retirement-decision.js';

const MergeDecision = registryDesk(async () => ({ default: (await import('./merge-decision.js')).MergeDecision }));

interface Shown {
  claim: Claim;
  on?: boolean;
}

/** One claim of the registry, and what this person may do with it. */
export function ClaimCard({ claim: c, on = false }: Shown) {
  const { t, word, language } = useText();
  const me = useMe().data!;
  const mayApprove = may(me, 'claim.approve');
  const own = c.draftedById === me.staffId;
  const left = c.state === 'retired' || c.state === 'merged';
  const open = !c.approvedAt && !left;
  const waits = open && !c.returnedAt;
  const leaving = (c.retirement && !c.retirement.decidedAt) || c.merge?.claimId === c.id;
  const mine = may(me, 'claim.draft');
  return (
    <article className="claim stack" data-on={on}>
      <div className="row">
        <State kind="claim" value={c.state} />
        {open && c.returnedAt && <SentBackMark />}
        {c.overtaken?.cause === 'ended' && (
          <span className="late small">{t('over.ended', { day: calendarDay(c.overtaken.since, language) })}</span>
        )}
        <span className="small">
          {t('claim.harm')}: <b>{word('harm', c.harm)}</b>
        </span>
        <span className="soft small">
          {word('topic', c.topic)} · {t('claim.by', { name: c.draftedBy ?? '–' })} ·{' '}
          <Moment at={c.draftedAt} clock="true" only="relative" /> · {t('claim.matches', { n: c.matches })}
        </span>
        {!on && (
          <Link className="plain small" to={`/claims/${c.id}`} aria-label={`${t('claim.page')}: ${c.wordings[0]?.text}`}>
            {t('claim.page')}
          </Link>
        )}
        <Link className="plain small" to={`/claims/${c.id}/versions`}>
          {t('claim.version', { n: c.number })}
        </Link>
        <InLog subject={c.id} />
        <span className="end row">
          {c.state === 'approved' && <Correct claimId={c.id} />}
          {!left && !leaving && mine && <RewordClaim claim={c} />}
          {mayApprove && waits && own && <span className="soft small">{t('claim.own')}</span>}
          {mayApprove && waits && !own && <ClaimApproval claimId={c.id} text={c.wordings[0]?.text ?? ''} />}
          {c.state === 'approved' && !c.retirement && !c.merge && mine && <ProposeRetirement claim={c} />}
          {(c.state === 'merged' || (c.state === 'approved' && !c.retirement)) && !c.merge && mine && <MoreActs claim={c} />}
          {c.merge?.claimId === c.id && mayApprove && c.merge.proposedById !== me.staffId && (
            <Suspense>
              <MergeDecision claimId={c.id} text={c.wordings[0]?.text ?? ''} what={c.merge.what} />
            </Suspense>
          )}
          {c.state === 'approved' && c.retirement && mayApprove && c.retirement.proposedById !== me.staffId && (
            <RetirementDecision claimId={c.id} text={c.wordings[0]?.text ?? ''} />
          )}
        </span>
      </div>
      {open && <SentBack of={c} clock="true" />}
      <FirstFew
        lines={c.wordings.map((w) => (
          <div key={w.text} className="wrap">
            <b lang={w.language}>
              <Long text={w.text} />
            </b>{' '}
            <span className="soft small">({t(`spoken.${w.language}`)})</span>
          </div>
        ))}
      />
      <ClaimTruth claim={c} />
      {c.mergedInto && (
        <div className="small wrap">
          {t('merge.into')} <Link to={`/claims?id=${c.mergedInto.id}`}>{c.mergedInto.text}</Link>
        </div>
      )}
      {c.merge && (
        <div className="small wrap">
          <span className="soft">
            {t(`merge.asked.${c.merge.claimId === c.id ? c.merge.what : 'other'}`, { name: c.merge.proposedBy })} ·{' '}
            <Moment at={c.merge.proposedAt} clock="true" only="exact" />:
          </span>{' '}
          {c.merge.reason} {c.merge.claimId !== c.id && <Link to={`/claims?id=${c.merge.claimId}`}>{t('merge.other')}</Link>}
        </div>
      )}
      {c.retirement && (
        <div className="small wrap">
          <span className="soft">
            {t('claim.retireby', { name: c.retirement.proposedBy })}
            {c.retirement.decidedAt ? (
              <>
                {c.retirement.decidedBy && `, ${t('claim.retiredby', { name: c.retirement.decidedBy })}`} ·{' '}
                <Moment at={c.retirement.decidedAt} clock="true" only="exact" />:
              </>
            ) : (
              <>
                {' '}
                · <Moment at={c.retirement.proposedAt} clock="true" only="exact" />:
              </>
            )}
          </span>{' '}
          {c.retirement.reason}
        </div>
      )}
    </article>
  );
}
