import { Checkbox } from '@mantine/core';
import { Link } from 'react-router-dom';
import '../parts/desks.css';
import type { Column } from '../parts/csv.js';
import { ExportButton } from '../parts/export-button.js';
import { FilterSelect } from '../parts/filter-select.js';
import { FilterText } from '../parts/filter-text.js';
import { useStamp } from '../parts/office-time.js';
import { Moment } from '../parts/moment.js';
import { PagedList } from '../parts/paged-list.js';
import SavedLists from '../parts/saved-lists/saved-lists.js';
import { useFilters } from '../parts/use-filters.js';
import { usePages } from '../parts/use-pages.js';
import { useText } from '../text/language.js';
import { Marks } from './corrections/marks.js';
import type { CorrectionLine } from './corrections/use-correction.js';

const STATES = ['draft', 'published', 'withdrawn'];

/** Every correction, the newest first. */
export default function Corrections() {
  const { t, word } = useText();
  const stamp = useStamp();
  const [chosen, set] = useFilters();
  const filter = { state: chosen('state'), lookAgain: chosen('lookAgain'), claimId: chosen('claimId'), q: chosen('q') };
  const list = usePages<CorrectionLine>('corrections', '/corrections', filter, 15_000);
  const columns: Column<CorrectionLine>[] = [
    [t('correction.title'), (c) => c.title],
    [t('correction.claim'), (c) => c.claim],
    [t('claim.state'), (c) => word('correction', c.state)],
    [t('correction.written'), (c) => c.writtenBy],
    [t('correction.writtenat'), (c) => stamp(c.writtenAt)],
    [t('correction.publishedat'), (c) => stamp(c.publishedAt)],
  ];
  const filtered = Object.values(filter).some(Boolean);
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('nav.corrections')}</h1>
        <a className="plain" href="/dinh-chinh" target="_blank" rel="noreferrer noopener">
          {t('correction.publiclist')}
        </a>
      </div>
      <div className="row">
        <FilterSelect
          label={t('claim.state')}
          value={filter.state}
          choose={(state) => set({ state })}
          options={STATES.map((s) => ({ value: s, label: word('correction', s) }))}
        />
        <Checkbox
          label={t('correction.lookagain')}
          checked={Boolean(filter.lookAgain)}
          onChange={(e) => set({ lookAgain: e.currentTarget.checked ? 'true' : '' })}
        />
        <FilterText label={t('list.filter')} value={chosen('q')} choose={(q) => set({ q }, { replace: true })} />
        <span className="end">
          <ExportButton name="corrections" path="/corrections" filter={filter} columns={columns} />
        </span>
      </div>
      <SavedLists list="corrections" filter={filter} />
      <PagedList list={list} nothing={t(filtered ? 'correction.nothing' : 'correction.empty')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th>{t('correction.title')}</th>
                <th className="tight">{t('claim.state')}</th>
                <th className="tight">{t('correction.written')}</th>
                <th className="tight">{t('correction.publishedat')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((c) => (
                <tr key={c.id}>
                  <td className="wrap">
                    <Link className="plain" to={`/corrections/${c.id}`}>
                      <b>{c.title || t('correction.untitled')}</b>
                    </Link>
                    <div className="soft small two">{c.claim}</div>
                  </td>
                  <td className="tight">
                    <Marks of={c} />
                  </td>
                  <td className="tight small" data-label={t('correction.written')}>
                    <span className="person">
                      {c.writtenBy} · <Moment at={c.writtenAt} only="relative" />
                    </span>
                  </td>
                  <td className="tight small" data-label={t('correction.publishedat')}>
                    {c.publishedAt ? <Moment at={c.publishedAt} only="relative" /> : '–'}
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
