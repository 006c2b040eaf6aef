import { SegmentedControl } from '@mantine/core';
import { useNavigate } from 'react-router-dom';
import { may, useMe } from '../api/queries.js';
import { Dialog } from '../parts/dialog.js';
import '../parts/desks.css';
import { useFilters } from '../parts/use-filters.js';
import { useText } from '../text/language.js';
import { TakedownDraft } from './takedown-draft.js';
import { LinkBoard } from './takedown/board.js';
import { Requests } from './takedown/requests.js';

/** The takedown desk: requests, or all their links as one board. */
export default function Takedowns() {
  const { t } = useText();
  const me = useMe().data!;
  const go = useNavigate();
  const [chosen, set] = useFilters();
  const forCase = chosen('case');
  const view = chosen('view') || 'requests';
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('nav.takedowns')}</h1>
        <SegmentedControl
          size="xs"
          aria-label={t('takedown.view')}
          value={view}
          onChange={(v) => set({ view: v === 'requests' ? '' : v, state: '', returned: '', sort: '', overdue: '' })}
          data={[
            { value: 'requests', label: t('takedown.requests') },
            { value: 'links', label: t('takedown.board') },
          ]}
        />
      </div>
      {view === 'links' ? <LinkBoard /> : <Requests />}
      {forCase && may(me, 'takedown.draft') && (
        <Dialog opened onClose={() => set({ case: '' })} title={t('takedown.draft')} size={860}>
          <TakedownDraft caseId={forCase} done={(id) => void go(`/takedowns/${id}`, { replace: true })} />
        </Dialog>
      )}
    </div>
  );
}
