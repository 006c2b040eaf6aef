import { SegmentedControl } from '@mantine/core';
import { may, useMe } from '../../api/queries.js';
import { useFilters } from '../../parts/use-filters.js';
import { useText } from '../../text/language.js';

/** The cases, or what is kept of them and how long; the second for whoever may read that. */
export function CasesView() {
  const { t } = useText();
  const me = useMe().data;
  const [chosen, set] = useFilters();
  if (!may(me, 'retention.read')) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('takedown.view')}
      value={chosen('view') === 'keeping' ? 'keeping' : 'cases'}
      onChange={(view) => set({ view: view === 'cases' ? '' : view, list: '' })}
      data={[
        { value: 'cases', label: t('nav.cases') },
        { value: 'keeping', label: t('keeping.title') },
      ]}
    />
  );
}
