import '../../parts/desks.css';
import { FilterSelect } from '../../parts/filter-select.js';
import { PagedList } from '../../parts/paged-list.js';
import { Section } from '../../parts/section.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import type { PurgeBatch } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { CasesView } from './cases-view.js';
import { HeldCases } from './held-cases.js';
import { PurgeList } from './purge-list.js';

const STATES = ['proposed', 'submitted', 'approved', 'declined', 'done'];

/** What must stay, and what is due to go. */
export default function Keeping() {
  const { t, word } = useText();
  const [chosen, set] = useFilters();
  const list = usePages<PurgeBatch>('retention', '/retention', { state: chosen('list') }, 30_000);
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('keeping.title')}</h1>
        <CasesView />
        <span className="end row">
          <FilterSelect
            label={t('keeping.state')}
            value={chosen('list')}
            choose={(state) => set({ list: state })}
            options={STATES.map((s) => ({ value: s, label: word('purgelist', s) }))}
          />
        </span>
      </div>
      <Section id="due" title={t('keeping.due')} n={list.total}>
        <p className="soft small">{t('keeping.rule')}</p>
        <PagedList list={list} nothing={t('keeping.nothing')}>
          {(rows) => (
            <div className="stack">
              {rows.map((b) => (
                <PurgeList key={b.id} batch={b} />
              ))}
            </div>
          )}
        </PagedList>
      </Section>
      <HeldCases />
    </div>
  );
}
