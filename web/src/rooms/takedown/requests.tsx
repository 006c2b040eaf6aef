import { Checkbox } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { Column } from '../../parts/csv.js';
import { ExportButton } from '../../parts/export-button.js';
import { useStamp } from '../../parts/office-time.js';
import { Due } from '../../parts/due.js';
import { FilterSelect } from '../../parts/filter-select.js';
import { Moment } from '../../parts/moment.js';
import { PagedList } from '../../parts/paged-list.js';
import { State } from '../../parts/parts.js';
import { SentBackMark } from '../../parts/sent-back.js';
import SavedLists from '../../parts/saved-lists/saved-lists.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { Tally } from './tally.js';
import type { TakedownLine } from './types.js';

const STATES = ['draft', 'approved', 'sending', 'sent', 'undeliverable', 'withdrawn'];

/** Every request with its links and clocks, the newest first. */
export function Requests() {
  const { t, word } = useText();
  const stamp = useStamp();
  const [chosen, set] = useFilters();
  const filter = {
    ...{ state: chosen('state'), returned: chosen('returned'), kind: chosen('kind') },
    ...{ overdue: chosen('overdue'), caseId: chosen('caseId') },
  };
  const list = usePages<TakedownLine>('takedowns', '/takedowns', filter, 15_000);
  const columns: Column<TakedownLine>[] = [
    [t('takedown.reference'), (d) => d.reference],
    [t('takedown.state'), (d) => word('takedown', d.state)],
    [t('takedown.platform'), (d) => word('platform', d.platform)],
    [t('takedown.recipient'), (d) => d.recipient],
    [t('takedown.items'), (d) => d.links],
    [t('takedown.overdue'), (d) => d.overdue],
    [t('takedown.sentat'), (d) => stamp(d.sentAt)],
    [t('takedown.clock'), (d) => stamp(d.nextDue)],
  ];
  return (
    <div className="stack">
      <div className="row">
        <FilterSelect
          label={t('takedown.state')}
          value={filter.state}
          choose={(state) => set({ state, returned: '' })}
          options={STATES.map((s) => ({ value: s, label: word('takedown', s) }))}
        />
        <FilterSelect
          label={t('takedown.kind')}
          value={filter.kind}
          choose={(kind) => set({ kind })}
          options={(['removal', 'withdrawal'] as const).map((kind) => ({ value: kind, label: t(`takedown.kind.${kind}`) }))}
        />
        <Checkbox
          label={t('takedown.withoverdue')}
          checked={Boolean(filter.overdue)}
          onChange={(e) => set({ overdue: e.currentTarget.checked ? 'true' : '' })}
        />
        <span className="end">
          <ExportButton name="takedowns" path="/takedowns" filter={filter} columns={columns} />
        </span>
      </div>
      <SavedLists list="takedowns" filter={filter} />
      <PagedList list={list} nothing={t(filter.state || filter.overdue || filter.kind ? 'takedown.nothing' : 'takedown.empty')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th className="tight">{t('takedown.reference')}</th>
                <th className="tight">{t('takedown.state')}</th>
                <th className="tight">{t('takedown.platform')}</th>
                <th>{t('takedown.items')}</th>
                <th className="tight">{t('takedown.clock')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((d) => (
                <tr key={d.id}>
                  <td className="tight">
                    <Link className="plain" to={`/takedowns/${d.id}`}>
                      <b>{d.reference}</b>
                    </Link>
                    <div className="soft small">{d.kind === 'withdrawal' ? <b>{t('takedown.kind.withdrawal')}</b> : d.createdBy}</div>
                  </td>
                  <td className="tight">
                    <State kind="takedown" value={d.state} /> {d.returned && d.state === 'draft' && <SentBackMark />}
                  </td>
                  <td className="tight">{word('platform', d.platform)}</td>
                  <td>
                    <Tally states={d.itemStates} links={d.links} overdue={d.overdue} />
                  </td>
                  <td className="tight small">
                    {d.nextDue ? (
                      <Due short at={d.nextDue} since={d.sentAt ?? undefined} />
                    ) : (
                      <span className="soft">
                        {t(d.sentAt ? 'takedown.sentat' : 'takedown.draftedat')} <Moment at={d.sentAt ?? d.createdAt} only="relative" />
                      </span>
                    )}
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
