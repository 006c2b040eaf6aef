import { Link } from 'react-router-dom';
import type { Column } from '../../parts/csv.js';
import { ExportButton } from '../../parts/export-button.js';
import { FilterSelect } from '../../parts/filter-select.js';
import { Moment } from '../../parts/moment.js';
import { PagedList } from '../../parts/paged-list.js';
import { State } from '../../parts/parts.js';
import SavedLists from '../../parts/saved-lists/saved-lists.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { DayText } from './day.js';
import type { RecordLine } from './types.js';
import { useLawWords } from './use-penalty.js';

const STATES = ['draft', 'drawn', 'cancelled'];

/** Every violation record, the newest first. */
export function Records() {
  const { t, word } = useText();
  const words = useLawWords();
  const [chosen, set] = useFilters();
  const filter = { state: chosen('state'), caseId: chosen('caseId') };
  const list = usePages<RecordLine>('violations', '/violations', filter, 15_000);
  const columns: Column<RecordLine>[] = [
    [t('penalty.reference'), (v) => v.reference],
    [t('penalty.state'), (v) => word('violation', v.state)],
    [t('penalty.case'), (v) => v.caseNumber],
    [t('penalty.acttype'), (v) => words('actTypes', v.act)],
    [t('penalty.subject'), (v) => word('subject', v.subject)],
    [t('penalty.drawnon'), (v) => v.drawnOn],
  ];
  return (
    <div className="stack">
      <div className="row">
        <FilterSelect
          label={t('penalty.state')}
          value={filter.state}
          choose={(state) => set({ state })}
          options={STATES.map((s) => ({ value: s, label: word('violation', s) }))}
        />
        <span className="end">
          <ExportButton name="violations" path="/violations" filter={filter} columns={columns} />
        </span>
      </div>
      <SavedLists list="violations" filter={filter} />
      <PagedList list={list} nothing={t(filter.state ? 'penalty.nothing' : 'penalty.norecords')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th className="tight">{t('penalty.reference')}</th>
                <th className="tight">{t('penalty.state')}</th>
                <th className="tight">{t('penalty.case')}</th>
                <th>{t('penalty.acttype')}</th>
                <th className="tight">{t('penalty.subject')}</th>
                <th className="tight">{t('penalty.drawnon')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((v) => (
                <tr key={v.id}>
                  <td className="tight">
                    <Link className="plain" to={`/penalties/records/${v.id}`}>
                      <b>{v.reference}</b>
                    </Link>
                    <div className="soft small">
                      {v.createdBy} · <Moment at={v.createdAt} only="relative" />
                    </div>
                  </td>
                  <td className="tight">
                    <State kind="violation" value={v.state} />
                  </td>
                  <td className="tight" data-label={t('penalty.case')}>
                    {v.caseNumber}
                  </td>
                  <td>{words('actTypes', v.act)}</td>
                  <td className="tight" data-label={t('penalty.subject')}>
                    {word('subject', v.subject)}
                  </td>
                  <td className="tight small" data-label={t('penalty.drawnon')}>
                    {v.drawnOn ? <DayText day={v.drawnOn} /> : <span className="soft">–</span>}
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
