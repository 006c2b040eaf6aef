import { Link, useParams } from 'react-router-dom';
import type { WaitingLine } from '../api/types.js';
import '../parts/desks.css';
import type { Column } from '../parts/csv.js';
import { ExportButton } from '../parts/export-button.js';
import { PagedList } from '../parts/paged-list.js';
import { useStamp } from '../parts/office-time.js';
import { useFilters } from '../parts/use-filters.js';
import { usePages } from '../parts/use-pages.js';
import { useText } from '../text/language.js';
import { Since } from './overview/since.js';
import { DueDay } from './penalties/day.js';

const PLACES: Record<string, (id: string) => string> = {
  case: (id) => `/cases/${id}`,
  claim: (id) => `/claims?id=${id}`,
  correction: (id) => `/corrections/${id}`,
  post: (id) => `/posts/${id}`,
  violation: (id) => `/penalties/records/${id}`,
  penalty: (id) => `/penalties/${id}`,
  staff: () => '/users',
  event: (id) => `/log?id=${id}`,
};

/** What waits in one place, the oldest first; each line leads to its record. */
export default function OverviewList() {
  const { t, maybe } = useText();
  const { name } = useParams();
  const stamp = useStamp();
  const [chosen] = useFilters();
  const filter = { handler: chosen('handler') };
  const path = `/overview/lists/${name}`;
  const list = usePages<WaitingLine>(`overview ${name}`, path, filter, 30_000);
  const columns: Column<WaitingLine>[] = [
    [t('overview.record'), (l) => l.label],
    [t('overview.since'), (l) => (l.clock === 'day' ? l.since?.slice(0, 10) : stamp(l.since))],
    [t('overview.lastday'), (l) => l.lastDay],
  ];
  const dated = list.items.some((l) => l.lastDay);
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{maybe(`overview.of.${name}`) ?? name}</h1>
        <Link className="plain" to="/overview">
          {t('overview.back')}
        </Link>
        <span className="end">
          <ExportButton name={`${name}`} path={path} filter={filter} columns={columns} />
        </span>
      </div>
      <PagedList list={list} nothing={t('overview.listempty')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th>{t('overview.record')}</th>
                <th className="tight">{t(dated ? 'overview.lastday' : 'overview.since')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((l) => (
                <tr key={l.id}>
                  <td className="wrap">
                    {l.record ? (
                      <Link className="two plain" to={PLACES[l.record.kind](l.record.id)}>
                        {l.label ?? t('log.nolabel')}
                      </Link>
                    ) : (
                      (l.label ?? '–')
                    )}
                  </td>
                  <td className="tight small" data-label={t(dated ? 'overview.lastday' : 'overview.since')}>
                    {l.lastDay ? <DueDay day={l.lastDay} /> : <Since of={l} />}
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
