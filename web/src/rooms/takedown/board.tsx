import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { may, useMe } from '../../api/queries.js';
import type { Page } from '../../api/types.js';
import { ExportButton } from '../../parts/export-button.js';
import { FilterSelect } from '../../parts/filter-select.js';
import { PagedList } from '../../parts/paged-list.js';
import SavedLists from '../../parts/saved-lists/saved-lists.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { BulkBar } from './bulk-bar.js';
import { LinkTable, type LinkSorting } from './link-table.js';
import type { LinkLine } from './types.js';
import { useLinkColumns } from './use-link-columns.js';
import { URGENCY } from './urgency.js';

interface BoardPage extends Page<LinkLine> {
  states: Record<string, number>;
}

/** All links that were asked for, whatever their request, as one board. */
export function LinkBoard() {
  const { t, word, language } = useText();
  const maySend = may(useMe().data, 'takedown.send');
  const [chosen, set] = useFilters();
  const [ids, setIds] = useState(new Set<string>());
  const columns = useLinkColumns();
  const filter = {
    ...{ state: chosen('state'), overdue: chosen('overdue'), sort: chosen('sort') },
    platform: chosen('platform'),
    caseId: chosen('caseId'),
  };
  const list = usePages<LinkLine>('links', '/takedowns/items', filter, 15_000);
  const first = list.data?.pages[0] as BoardPage | undefined;
  const sorting: LinkSorting = {
    by: chosen('sort') || 'due',
    choose: (sort) => set({ sort }, { replace: true }),
    columns: { state: ['state', 'state'], url: ['url', 'url'], due: ['due', 'due-last'] },
  };
  const counts = first?.states;
  return (
    <div className="stack">
      <div className="row">
        <FilterSelect
          label={t('takedown.state')}
          value={filter.state}
          choose={(state) => set({ state })}
          options={URGENCY.map((s) => ({
            value: s,
            label: counts ? `${word('item', s)} (${integer(counts[s] ?? 0, language)})` : word('item', s),
          }))}
        />
        <Checkbox
          label={t('takedown.overdue')}
          checked={Boolean(filter.overdue)}
          onChange={(e) => set({ overdue: e.currentTarget.checked ? 'true' : '' })}
        />
        <span className="end">
          <ExportButton name="links" path="/takedowns/items" filter={filter} columns={columns} />
        </span>
      </div>
      <SavedLists list="links" filter={filter} />
      <PagedList list={list} nothing={t(filter.state || filter.overdue ? 'takedown.nolinkof' : 'takedown.nolinks')}>
        {(lines) => <LinkTable lines={lines} chosen={maySend ? { ids, set: setIds } : undefined} sorting={sorting} withRequest />}
      </PagedList>
      <BulkBar lines={list.items.filter((l) => ids.has(l.id))} clear={() => setIds(new Set())} />
    </div>
  );
}
