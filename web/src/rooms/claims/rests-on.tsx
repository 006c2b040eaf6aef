import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { get } from '../../api/client.js';
import type { ClaimFull, RestsOnClaim } from '../../api/types.js';
import { every } from '../../live/bus.js';
import { Fault, Loading, State } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { calendarDay, integer } from '../../text/time.js';

type Ended = NonNullable<ClaimFull['overtaken']>;

/** A claim that is false no more: since when, and what still rests on it. */
export function RestsOn({ claimId, overtaken: { since, cause } }: { claimId: string; overtaken: Ended }) {
  const { t, language } = useText();
  const rests = useQuery({
    queryKey: ['claim', claimId, 'resting'],
    queryFn: ({ signal }) => get<RestsOnClaim>(`/claims/${claimId}/resting`, signal),
    refetchInterval: every(30_000),
  });
  return (
    <>
      <Alert color="orange" py={6} role="status">
        <b>{t(`over.${cause}`, { day: calendarDay(since, language) })}.</b> {t(`over.claim.${cause}`)}
      </Alert>
      <Section id="resting" title={t('over.resting')}>
        {rests.data ? <Lists of={rests.data} claimId={claimId} /> : rests.error ? <Fault error={rests.error} /> : <Loading />}
      </Section>
    </>
  );
}

function Lists({ of: { queue, cases, drafts }, claimId }: { of: RestsOnClaim; claimId: string }) {
  const { t, language } = useText();
  const more = (total: number, told: number) =>
    total > told && <div className="soft small">{t('over.more', { n: integer(total - told, language) })}</div>;
  if (!queue && cases.total + drafts.total === 0) return <p className="soft flat">{t('over.nothing')}</p>;
  return (
    <div className="stack">
      {Boolean(queue) && (
        <Link className="plain" to={`/triage?claimId=${claimId}`}>
          {t('over.queue', { n: integer(queue!, language) })}
        </Link>
      )}
      {cases.items.map((c) => (
        <Link key={c.id} className="card row unlined" to={`/cases/${c.id}`}>
          <b>{c.number}</b>
          <State kind="case" value={c.state} />
          <span className="grow cut">{c.title}</span>
          {c.acts && <span className="late small">{t('over.acts')}</span>}
          <span className="soft small">{c.assignee ?? t('case.nobody')}</span>
        </Link>
      ))}
      {more(cases.total, cases.items.length)}
      {drafts.items.map((d) => (
        <Link key={d.id} className="card row unlined" to={`/${d.kind === 'takedown' ? 'takedowns' : 'penalties'}/${d.id}`}>
          <b>{d.reference ?? d.number}</b>
          <State kind={d.kind} value={d.state} />
          <span className="grow">{t(`over.draft.${d.kind}`)}</span>
          <span className="soft small">{d.number}</span>
        </Link>
      ))}
      {more(drafts.total, drafts.items.length)}
    </div>
  );
}
