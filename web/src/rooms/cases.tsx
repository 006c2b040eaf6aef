import { Checkbox, TextInput } from '@mantine/core';
import { lazy } from 'react';
import { Link } from 'react-router-dom';
import { may, useMe } from '../api/queries.js';
import type { CaseLine } from '../api/types.js';
import '../parts/desks.css';
import type { Column } from '../parts/csv.js';
import { ExportButton } from '../parts/export-button.js';
import { useStamp } from '../parts/office-time.js';
import { Due } from '../parts/due.js';
import { FilterSelect } from '../parts/filter-select.js';
import { Moment } from '../parts/moment.js';
import { PagedList } from '../parts/paged-list.js';
import { State } from '../parts/parts.js';
import SavedLists from '../parts/saved-lists/saved-lists.js';
import { SortHead, type Sorting } from '../parts/sort-head.js';
import { useFilters } from '../parts/use-filters.js';
import { usePages } from '../parts/use-pages.js';
import { useText } from '../text/language.js';
import { CasesView } from './keeping/cases-view.js';

const STATES = ['open', 'verifying', 'confirmed', 'dismissed', 'closed'];

const Keeping = lazy(() => import('./keeping/keeping.js'));

/** The cases; or what is kept of them, and how long. */
export default function Cases() {
  const [chosen] = useFilters();
  return chosen('view') === 'keeping' ? <Keeping /> : <CaseTable />;
}

/** All cases that this person may see, by state, number and whose they are. */
function CaseTable() {
  const { t, word } = useText();
  const stamp = useStamp();
  const me = useMe().data!;
  const [chosen, set] = useFilters();
  const filter = {
    ...{ state: chosen('state'), q: chosen('q'), assignee: chosen('assignee'), sort: chosen('sort') },
    ...{ open: chosen('open'), overdue: chosen('overdue'), overtaken: chosen('overtaken'), claimId: chosen('claimId') },
  };
  const sorting: Sorting<'number' | 'due'> = {
    by: chosen('sort') || 'newest',
    choose: (sort) => set({ sort }, { replace: true }),
    columns: { number: ['oldest', 'newest'], due: ['due', 'due'] },
  };
  const list = usePages<CaseLine>('cases', '/cases', filter, 30_000);
  const columns: Column<CaseLine>[] = [
    [t('cases.number'), (c) => c.number],
    [t('cases.state'), (c) => word('case', c.state)],
    [t('cases.title'), (c) => c.title],
    [t('case.assignee'), (c) => c.assignee?.name],
    [t('case.posts'), (c) => c.posts],
    [t('case.exhibits'), (c) => c.exhibits],
    [t('cases.opened'), (c) => stamp(c.openedAt)],
    [t('case.due'), (c) => stamp(c.nextDeadline)],
  ];
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('nav.cases')}</h1>
        <CasesView />
        <span className="end row">
          <FilterSelect
            label={t('cases.state')}
            value={filter.open && !filter.state ? 'not-closed' : filter.state}
            choose={(state) => set(state === 'not-closed' ? { state: '', open: 'true' } : { state, open: '' })}
            options={[{ value: 'not-closed', label: t('cases.notclosed') }, ...STATES.map((s) => ({ value: s, label: word('case', s) }))]}
          />
          <FilterSelect
            label={t('case.assignee')}
            value={filter.assignee}
            choose={(assignee) => set({ assignee })}
            options={[
              ...(may(me, 'case.work') ? [{ value: 'me', label: t('cases.mine') }] : []),
              { value: 'nobody', label: t('cases.nobodys') },
            ]}
          />
          <Checkbox
            label={t('cases.overdue')}
            checked={Boolean(filter.overdue)}
            onChange={(e) => set({ overdue: e.currentTarget.checked ? 'true' : '' })}
          />
          <Checkbox
            label={t('cases.overtaken')}
            checked={Boolean(filter.overtaken)}
            onChange={(e) => set({ overtaken: e.currentTarget.checked ? 'true' : '' })}
          />
          <TextInput
            placeholder={t('cases.find')}
            aria-label={t('cases.find')}
            inputMode="numeric"
            maxLength={20}
            value={chosen('q')}
            onChange={(e) => set({ q: e.currentTarget.value.replace(/[^\d-]/g, '') }, { replace: true })}
          />
          <ExportButton name="cases" path="/cases" filter={filter} columns={columns} />
        </span>
      </div>
      <SavedLists list="cases" filter={filter} />
      <PagedList list={list} nothing={t(Object.values({ ...filter, sort: '' }).some(Boolean) ? 'cases.nothing' : 'cases.empty')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <SortHead sorting={sorting} column="number" label={t('cases.number')} />
                <th className="tight">{t('cases.state')}</th>
                <th>{t('cases.title')}</th>
                <th className="tight">{t('case.assignee')}</th>
                <SortHead sorting={sorting} column="due" label={t('case.due')} />
                <th className="tight">{t('cases.opened')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((c) => (
                <tr key={c.id}>
                  <td className="tight">
                    <Link className="plain" to={`/cases/${c.id}`}>
                      <b>{c.number}</b>
                    </Link>
                  </td>
                  <td className="tight">
                    <State kind="case" value={c.state} />
                    {c.groundLost > 0 && <div className="late small">{t('case.groundgone')}</div>}
                    {c.overtaken > 0 && <div className="late small">{t('over.mark')}</div>}
                    {c.fallProposed && <div className="late small">{t('case.fallwaits')}</div>}
                  </td>
                  <td>
                    <span className="two">{c.title ?? '–'}</span>
                    <span className="soft small">{t('cases.holds', { posts: c.posts, exhibits: c.exhibits })}</span>
                  </td>
                  <td className="tight" data-label={t('case.assignee')}>
                    {c.assignee ? <span className="person">{c.assignee.name}</span> : <span className="soft">{t('case.nobody')}</span>}
                  </td>
                  <td className="tight small" data-label={t('case.due')}>
                    {c.nextDeadline ? <Due short at={c.nextDeadline} /> : <span className="soft">–</span>}
                  </td>
                  <td className="tight soft small" data-label={t('cases.opened')}>
                    <Moment at={c.openedAt} only="relative" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PagedList>
    </div>
  );
}
