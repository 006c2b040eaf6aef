import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { may, useMe } from '../../api/queries.js';
import type { Claim } from '../../api/types.js';
import { Dialog } from '../../parts/dialog.js';
import '../../parts/desks.css';
import { FilterSelect } from '../../parts/filter-select.js';
import { FilterText } from '../../parts/filter-text.js';
import { Fault, Loading } from '../../parts/parts.js';
import SavedLists from '../../parts/saved-lists/saved-lists.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { ClaimCard } from './claim-card.js';
import { ClaimForm } from './claim-form.js';
import { ExportClaims } from './export-claims.js';
import { useClaim } from './use-claim.js';
import './claims.css';

/** The registry of known false claims. */
export default function Claims() {
  const { t, word } = useText();
  const me = useMe().data!;
  const [chosen, set] = useFilters();
  const id = chosen('id') || null;
  const filter = { state: chosen('state'), returned: chosen('returned'), q: chosen('q') };
  const list = usePages<Claim>('claims', '/claims', filter, 30_000);
  const named = useClaim(id);
  const [drafting, setDrafting] = useState(chosen('new') === 'true');
  const leaveDraft = () => {
    setDrafting(false);
    set({ new: '' }, { replace: true });
  };
  const others = list.items.filter((c) => c.id !== named.data?.id);
  return (
    <div className="pad stack">
      <div className="desk-head">
        <h1>{t('nav.claims')}</h1>
        <FilterSelect
          label={t('claim.state')}
          value={filter.state}
          choose={(state) => set({ state, returned: '' }, { replace: true })}
          options={['draft', 'approved', 'retired', 'merged'].map((s) => ({ value: s, label: word('claim', s) }))}
        />
        <FilterText label={t('list.filter')} value={filter.q} choose={(q) => set({ q }, { replace: true })} />
        {may(me, 'matching.read') && (
          <Link className="plain" to="/matching">
            {t('matching.title')}
          </Link>
        )}
        <Link className="plain" to="/claims/sweeps">
          {t('sweep.all')}
        </Link>
        <span className="end row">
          <ExportClaims filter={{ ...filter, returned: filter.returned ? filter.returned === 'true' : undefined }} />
          {may(me, 'claim.read') && (
            <Button variant="default" component={Link} to="/claims/imports">
              {t('exchange.title')}
            </Button>
          )}
          {may(me, 'claim.draft') && <Button onClick={() => setDrafting(true)}>{t('claim.new')}</Button>}
        </span>
      </div>
      <SavedLists list="claims" filter={filter} />
      <Fault error={list.error ?? named.error} />
      {named.data && <ClaimCard claim={named.data} on />}
      {list.isPending ? <Loading /> : others.length === 0 && !named.data && <p className="soft">{t('claim.none')}</p>}
      {others.map((c) => (
        <ClaimCard key={c.id} claim={c} />
      ))}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      <Dialog opened={drafting && may(me, 'claim.draft')} onClose={leaveDraft} title={t('claim.new')} size="xl">
        <ClaimForm draft="claim.new" done={leaveDraft} />
      </Dialog>
    </div>
  );
}
