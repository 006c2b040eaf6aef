import { SegmentedControl } from '@mantine/core';
import { may, useMe } from '../api/queries.js';
import '../parts/desks.css';
import { useFilters } from '../parts/use-filters.js';
import { useText } from '../text/language.js';
import { Decisions } from './penalties/decisions.js';
import './penalties/penalties.css';
import { Records } from './penalties/records.js';

/** The desk of penalties: what was decided, or the records on which it is decided. */
export default function Penalties() {
  const { t } = useText();
  const me = useMe().data!;
  const [chosen, set] = useFilters();
  const both = may(me, 'violation.read');
  const view = both && chosen('view') === 'records' ? 'records' : 'decisions';
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('nav.penalties')}</h1>
        {both && (
          <SegmentedControl
            size="xs"
            aria-label={t('takedown.view')}
            value={view}
            onChange={(v) => set({ view: v === 'decisions' ? '' : v, state: '', kind: '', sort: '' })}
            data={[
              { value: 'decisions', label: t('penalty.decisions') },
              { value: 'records', label: t('penalty.records') },
            ]}
          />
        )}
      </div>
      {view === 'records' ? <Records /> : <Decisions />}
    </div>
  );
}
