import { NativeSelect } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { Column } from '../../parts/csv.js';
import { ExportButton } from '../../parts/export-button.js';
import { FilterSelect } from '../../parts/filter-select.js';
import { Moment } from '../../parts/moment.js';
import { PagedList } from '../../parts/paged-list.js';
import { State } from '../../parts/parts.js';
import { SentBackMark } from '../../parts/sent-back.js';
import SavedLists from '../../parts/saved-lists/saved-lists.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { DayText, DueDay } from './day.js';
import { dong } from './money.js';
import type { DecisionLine } from './types.js';
import { useLaw } from './use-penalty.js';

const STATES = ['draft', 'signed', 'numbered', 'served', 'late', 'paid', 'annulled', 'refunded'];

/** Every decision and annulment. */
export function Decisions() {
  const { t, word, language } = useText();
  const law = useLaw().data;
  const cited = (provision: string) => law?.provisions[provision]?.[language] ?? provision;
  const [chosen, set] = useFilters();
  const filter = {
    ...{ state: chosen('state'), returned: chosen('returned'), kind: chosen('kind') },
    ...{ caseId: chosen('caseId'), sort: chosen('sort') },
  };
  const list = usePages<DecisionLine>('penalties', '/penalties', filter, 15_000);
  const name = (p: DecisionLine) => p.number ?? t(p.kind === 'annulment' ? 'penalty.annulment' : 'penalty.decision');
  const columns: Column<DecisionLine>[] = [
    [t('penalty.number'), (p) => p.number],
    [t('penalty.kind'), (p) => t(p.kind === 'annulment' ? 'penalty.annulment' : 'penalty.decision')],
    [t('penalty.state'), (p) => word('penalty', p.state)],
    [t('penalty.case'), (p) => p.caseNumber],
    [t('penalty.end'), (p) => p.end && word('penaltyend', p.end)],
    [t('penalty.subject'), (p) => p.subject && word('subject', p.subject)],
    [t('penalty.provision'), (p) => p.provision && cited(p.provision)],
    [t('penalty.amount'), (p) => p.amount],
    [t('penalty.issuedon'), (p) => p.issuedOn],
    [t('penalty.dueon'), (p) => p.dueOn],
  ];
  return (
    <div className="stack">
      <div className="row">
        <FilterSelect
          label={t('penalty.state')}
          value={filter.state}
          choose={(state) => set({ state, returned: '' })}
          options={STATES.map((s) => ({ value: s, label: word('penalty', s) }))}
        />
        <FilterSelect
          label={t('penalty.kind')}
          value={filter.kind}
          choose={(kind) => set({ kind })}
          options={[
            { value: 'decision', label: t('penalty.decisions') },
            { value: 'annulment', label: t('penalty.annulments') },
          ]}
        />
        <span className="end row">
          <NativeSelect
            aria-label={t('penalty.sort')}
            value={chosen('sort')}
            onChange={(e) => set({ sort: e.currentTarget.value })}
            data={[
              { value: '', label: t('penalty.sort.newest') },
              { value: 'due', label: t('penalty.sort.due') },
              { value: 'amount', label: t('penalty.sort.amount') },
            ]}
          />
          <ExportButton name="penalties" path="/penalties" filter={filter} columns={columns} />
        </span>
      </div>
      <SavedLists list="penalties" filter={filter} />
      <PagedList list={list} nothing={t(filter.state || filter.kind ? 'penalty.nothing' : 'penalty.empty')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th className="tight">{t('penalty.number')}</th>
                <th className="tight">{t('penalty.state')}</th>
                <th className="tight">{t('penalty.case')}</th>
                <th>{t('penalty.end')}</th>
                <th className="tight">{t('penalty.subject')}</th>
                <th className="tight">{t('penalty.amount')}</th>
                <th className="tight">{t('penalty.dueon')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((p) => (
                <tr key={p.id}>
                  <td className="tight">
                    <Link className="plain" to={`/penalties/${p.id}`}>
                      <b>{name(p)}</b>
                    </Link>
                    <div className="soft small">
                      {p.createdBy ?? t('desk.house')} · <Moment at={p.createdAt} only="relative" />
                    </div>
                  </td>
                  <td className="tight">
                    <State kind="penalty" value={p.state} /> {p.returned && p.state === 'draft' && <SentBackMark />}
                  </td>
                  <td className="tight" data-label={t('penalty.case')}>
                    {p.caseNumber}
                  </td>
                  <td>
                    {p.end ? word('penaltyend', p.end) : '–'}
                    <div className="soft small">{p.provision && cited(p.provision)}</div>
                  </td>
                  <td className="tight" data-label={t('penalty.subject')}>
                    {p.subject ? word('subject', p.subject) : '–'}
                  </td>
                  <td className="tight" style={{ textAlign: 'right' }} data-label={t('penalty.amount')}>
                    {p.amount === null ? '–' : dong(p.amount, language)}
                  </td>
                  <td className="tight small" data-label={t('penalty.dueon')}>
                    {p.dueOn === null ? (
                      <span className="soft">–</span>
                    ) : p.state === 'served' || p.state === 'late' ? (
                      <DueDay day={p.dueOn} />
                    ) : (
                      <DayText day={p.dueOn} />
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
