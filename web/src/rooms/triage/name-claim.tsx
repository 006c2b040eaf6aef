import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { Claim } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import '../../parts/desks.css';
import { Dialog } from '../../parts/dialog.js';
import { FilterText } from '../../parts/filter-text.js';
import { Fault } from '../../parts/parts.js';
import { PagedList } from '../../parts/paged-list.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { itemKey } from './use-item.js';

/** Says which known claim a post repeats, where the machine did not suggest it. */
export default function NameClaim({ itemId, version, close }: { itemId: string; version: number; close: () => void }) {
  const { t } = useText();
  const [q, setQ] = useState('');
  const list = usePages<Claim>(['claims', 'to name'], '/claims', { state: 'approved', q });
  const name = useAct<string>((claimId, key) => call('POST', `/triage/${itemId}/claims`, { claimId, version }, key), {
    refresh: [itemKey(itemId)],
    done: close,
  });
  return (
    <Dialog opened onClose={close} title={t('triage.nameother')} size="xl">
      <div className="stack">
        <p className="flat soft">{t('triage.namesays')}</p>
        <FilterText label={t('list.filter')} value={q} choose={setQ} first />
        <Fault problem={name.problem} />
        <PagedList list={list} nothing={t('claim.none')}>
          {(rows) => (
            <ul className="card lines">
              {rows.map((c) => (
                <li key={c.id} className="row" style={{ flexWrap: 'nowrap' }}>
                  <span className="wrap">{c.wordings[0]?.text}</span>
                  <Button
                    className="end whole"
                    variant="default"
                    loading={name.busy}
                    aria-label={`${t('triage.namethis')}: ${c.wordings[0]?.text}`}
                    onClick={() => name.go(c.id)}
                  >
                    {t('triage.namethis')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      </div>
    </Dialog>
  );
}
