import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call, get } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { ClaimSource, ClaimSources as Sources } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Hash } from '../../parts/hash.js';
import { Moment } from '../../parts/moment.js';
import { Fault, Loading, State } from '../../parts/parts.js';
import { Replay } from '../../parts/replay.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { calendarDay, integer } from '../../text/time.js';

const SOON = 3_000;
const LATER = 60_000;

/** What a claim rests on, and what was kept of each source. */
export function ClaimSources({ claimId }: { claimId: string }) {
  const { t } = useText();
  const key = ['claim', claimId, 'sources'];
  const sources = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get<Sources>(`/claims/${claimId}/sources`, signal),
    refetchInterval: ({ state }) => (state.data?.items.some((s) => s.latest?.state === 'ordered') ? SOON : LATER),
  });
  return (
    <Section id="sources" title={t('source.title')} n={sources.data?.items.length}>
      {!sources.data && (sources.error ? <Fault error={sources.error} /> : <Loading />)}
      <div className="stack">
        {sources.data?.items.map((s) => (
          <Line key={s.url} source={s} claimId={claimId} refresh={key} />
        ))}
      </div>
    </Section>
  );
}

function Line({ source: s, claimId, refresh }: { source: ClaimSource; claimId: string; refresh: string[] }) {
  const { t, language } = useText();
  const me = useMe().data!;
  const order = useAct<void>((_, key) => call('POST', `/claims/${claimId}/sources/captures`, { url: s.url }, key), { refresh: [refresh] });
  const { latest, kept } = s;
  const waits = latest?.state === 'ordered';
  return (
    <article className="card stack" style={{ gap: 4 }}>
      <div className="row">
        <a className="wrap grow" href={s.url} target="_blank" rel="noreferrer noopener">
          {s.title}
        </a>
        <span className="soft small">{[calendarDay(s.date, language), s.publisher].filter(Boolean).join(' · ')}</span>
      </div>
      <div className="row small">
        {kept ? (
          <>
            <span>
              {t('source.kept')} <Moment at={kept.endedAt ?? kept.orderedAt} clock="true" only="exact" />
            </span>
            {kept.outcome === 'partial' && <State kind="outcome" value={kept.outcome} />}
            {kept.textChanged && <b className="late">{t('source.changed')}</b>}
            {may(me, 'evidence.read') && <Replay captureId={kept.id} />}
            {kept.sha256 && <Hash value={kept.sha256} />}
          </>
        ) : (
          !waits && !latest?.purgedAt && <span className="soft">{t(s.opens ? 'source.never' : 'source.closed')}</span>
        )}
        {waits && <span className="soft">{t('source.waits')}</span>}
        {latest && !waits && latest.id !== kept?.id && <Missed latest={latest} />}
        {s.looks > 1 && <span className="soft">{t('source.looks', { n: integer(s.looks, language) })}</span>}
        {s.opens && !waits && may(me, 'capture.order') && (
          <Button
            size="compact-xs"
            variant="default"
            loading={order.busy}
            aria-label={`${t(s.looks > 0 ? 'source.again' : 'source.capture')}: ${s.title}`}
            onClick={() => order.go()}
          >
            {t(s.looks > 0 ? 'source.again' : 'source.capture')}
          </Button>
        )}
      </div>
      <Fault problem={order.problem} />
    </article>
  );
}

/** The last look kept nothing of the page: what it came to, and why. */
function Missed({ latest }: { latest: NonNullable<ClaimSource['latest']> }) {
  const { t } = useText();
  if (latest.purgedAt)
    return (
      <span className="soft">
        {t('source.purged')} <Moment at={latest.purgedAt} only="exact" />
      </span>
    );
  return (
    <span className="late">
      {t('source.last')} <Moment at={latest.endedAt ?? latest.orderedAt} clock="true" only="exact" />:{' '}
      <State kind="outcome" value={latest.outcome} /> {latest.ground?.words && <span className="wrap">“{latest.ground.words}”</span>}
    </span>
  );
}
