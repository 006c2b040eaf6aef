import { Link } from 'react-router-dom';
import type { Sweep } from '../../api/types.js';
import '../../parts/desks.css';
import { FilterSelect } from '../../parts/filter-select.js';
import { PagedList } from '../../parts/paged-list.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { SweepLine } from './sweep-line.js';
import './claims.css';

/** Every changed claim that was set beside past posts: what runs now, and what was found. */
export default function Sweeps() {
  const { t, word } = useText();
  const [chosen, set] = useFilters();
  const state = chosen('state');
  const list = usePages<Sweep>('sweeps', '/sweeps', { state });
  return (
    <div className="pad stack">
      <div className="desk-head">
        <h1>{t('sweep.all')}</h1>
        <FilterSelect
          label={t('claim.state')}
          value={state}
          choose={(s) => set({ state: s }, { replace: true })}
          options={['running', 'done', 'cancelled', 'failed', 'superseded'].map((s) => ({ value: s, label: word('sweep', s) }))}
        />
        <Link className="plain" to="/claims">
          {t('nav.claims')}
        </Link>
      </div>
      <PagedList list={list} nothing={t(state ? 'sweep.nonesuch' : 'sweep.none')}>
        {(rows) =>
          rows.map((s) => (
            <SweepLine
              key={s.id}
              sweep={s}
              name={
                <Link className="two unlined" to={`/claims/${s.claimId}`}>
                  <b>{s.text}</b>
                </Link>
              }
            />
          ))
        }
      </PagedList>
    </div>
  );
}
