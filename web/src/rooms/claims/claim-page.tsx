import { useParams, Link } from 'react-router-dom';
import { may, useMe } from '../../api/queries.js';
import type { Sweep } from '../../api/types.js';
import '../../parts/desks.css';
import { Fault, Loading } from '../../parts/parts.js';
import { PagedList } from '../../parts/paged-list.js';
import { Section } from '../../parts/section.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { ClaimCard } from './claim-card.js';
import { ClaimCases } from './claim-cases.js';
import { ClaimPosts } from './claim-posts.js';
import { ClaimSources } from './claim-sources.js';
import { ClaimSpread } from './claim-spread.js';
import { RestsOn } from './rests-on.js';
import { SweepLine } from './sweep-line.js';
import { useClaim } from './use-claim.js';
import './claims.css';

/** One claim whole: what is said and what is true, how it spread, where it is said, and which cases rest on it. */
export default function ClaimPage() {
  const { t } = useText();
  const id = useParams().id!;
  const me = useMe().data!;
  const claim = useClaim(id);
  if (!claim.data) return <div className="pad">{claim.error ? <Fault error={claim.error} /> : <Loading />}</div>;
  return (
    <div className="pad stack">
      <div className="desk-head">
        <h1>{t('claim.page')}</h1>
        <Link className="plain" to="/claims">
          {t('nav.claims')}
        </Link>
      </div>
      <ClaimCard claim={claim.data} on />
      {claim.data.overtaken && <RestsOn claimId={id} overtaken={claim.data.overtaken} />}
      <ClaimSources claimId={id} />
      <ClaimSweeps claimId={id} />
      {may(me, 'triage.read') && (
        <>
          <ClaimSpread claimId={id} />
          <ClaimPosts claimId={id} />
        </>
      )}
      {may(me, 'case.read') && <ClaimCases claimId={id} />}
    </div>
  );
}

function ClaimSweeps({ claimId }: { claimId: string }) {
  const { t } = useText();
  const list = usePages<Sweep>('sweeps', '/sweeps', { claimId, limit: 5 });
  return (
    <Section
      id="sweeps"
      title={t('sweep.title')}
      aside={
        <Link className="plain small" to="/claims/sweeps">
          {t('sweep.all')}
        </Link>
      }
    >
      <div className="stack">
        <PagedList list={list} nothing={t('sweep.noneyet')}>
          {(rows) => rows.map((s) => <SweepLine key={s.id} sweep={s} />)}
        </PagedList>
      </div>
    </Section>
  );
}
