import { Link } from 'react-router-dom';
import type { ToldLine } from '../api/types.js';
import '../parts/desks.css';
import type { Column } from '../parts/csv.js';
import { ExportButton } from '../parts/export-button.js';
import { Moment } from '../parts/moment.js';
import { PagedList } from '../parts/paged-list.js';
import { useStamp } from '../parts/office-time.js';
import { useFilters } from '../parts/use-filters.js';
import { usePages } from '../parts/use-pages.js';
import { useText } from '../text/language.js';
import { calendarDay } from '../text/time.js';

/** The reports of some days about one topic, claim or platform. */
export default function OverviewReports() {
  const { t, word, language } = useText();
  const stamp = useStamp();
  const [chosen] = useFilters();
  const filter = Object.fromEntries(['topic', 'claimId', 'platform', 'from', 'to'].map((name) => [name, chosen(name) || null]));
  const list = usePages<ToldLine>('told', '/overview/reports', filter, 30_000);
  const columns: Column<ToldLine>[] = [
    [t('overview.received'), (l) => stamp(l.receivedAt)],
    [t('overview.kind.platform'), (l) => word('platform', l.platform)],
    [t('overview.kind.topic'), (l) => word('topic', l.topic)],
    [t('overview.record'), (l) => l.label],
  ];
  const day = (name: string) => (chosen(name) ? calendarDay(chosen(name), language) : '–');
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('overview.toldtitle', { from: day('from'), to: day('to') })}</h1>
        {chosen('topic') && <b>{word('topic', chosen('topic'))}</b>}
        {chosen('platform') && <b>{word('platform', chosen('platform'))}</b>}
        {chosen('claimId') && (
          <Link className="plain" to={`/claims?id=${chosen('claimId')}`}>
            {t('log.of.claim')}
          </Link>
        )}
        <Link className="plain" to="/overview">
          {t('overview.back')}
        </Link>
        <span className="end">
          <ExportButton name="reports" path="/overview/reports" filter={filter} columns={columns} />
        </span>
      </div>
      <PagedList list={list} nothing={t('overview.listempty')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th className="tight">{t('overview.received')}</th>
                <th>{t('overview.record')}</th>
                <th className="tight">{t('overview.kind.topic')}</th>
                <th className="tight">{t('overview.kind.platform')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((l) => (
                <tr key={l.id}>
                  <td className="tight small">
                    <Moment at={l.receivedAt} />
                  </td>
                  <td className="wrap">
                    <Link className="two plain" to={`/posts/${l.postId}`}>
                      {l.label ?? t('triage.picture')}
                    </Link>
                  </td>
                  <td className="tight">{word('topic', l.topic)}</td>
                  <td className="tight">{word('platform', l.platform)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PagedList>
    </div>
  );
}
