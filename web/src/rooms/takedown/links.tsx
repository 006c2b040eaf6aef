import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { Chips } from '../../parts/chips.js';
import { Fault } from '../../parts/parts.js';
import { useFilters } from '../../parts/use-filters.js';
import { useText } from '../../text/language.js';
import { BulkBar } from './bulk-bar.js';
import { LinkTable, type LinkSorting } from './link-table.js';
import { Looks } from './looks.js';
import { ReplyDialog } from './reply-dialog.js';
import type { LinkFull, LinkLine, TakedownFull } from './types.js';
import { touched } from './use-takedown.js';
import { URGENCY } from './urgency.js';

const urgent = (a: LinkFull, b: LinkFull) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state) || a.dueAt.localeCompare(b.dueAt);

const ORDERS: Record<string, (a: LinkFull, b: LinkFull) => number> = {
  due: (a, b) => a.dueAt.localeCompare(b.dueAt) || a.url.localeCompare(b.url),
  'due-last': (a, b) => b.dueAt.localeCompare(a.dueAt) || a.url.localeCompare(b.url),
  url: (a, b) => a.url.localeCompare(b.url),
  'url-last': (a, b) => b.url.localeCompare(a.url),
  state: urgent,
  'state-last': (a, b) => urgent(b, a),
};

/** The links of one request: filtered, sorted, many worked on at once, each opened for its answers and looks. */
export function TakedownLinks({ file }: { file: TakedownFull }) {
  const { t, word } = useText();
  const maySend = may(useMe().data, 'takedown.send');
  const [chosen, set] = useFilters();
  const [ids, setIds] = useState(new Set<string>());
  const [replying, setReplying] = useState<LinkLine | null>(null);
  const look = useAct<LinkFull>((item, key) => call('POST', `/takedowns/${file.id}/items/${item.id}/look`, {}, key), {
    refresh: touched(file.id),
  });
  if (file.items.length === 0)
    return (
      <div className="card stack">
        <span className="soft">
          {t(file.kind === 'removal' ? 'takedown.notasked' : 'takedown.notaskedback', { n: file.content.items.length })}
        </span>
        {file.content.items.map((i) => (
          <div key={i.addressId} className="mono">
            {i.url}
          </div>
        ))}
      </div>
    );
  const state = chosen('state');
  const by = chosen('sort') || 'state';
  const states = [...new Set(file.items.map((i) => i.state))].sort();
  const lines = file.items
    .map((i) => ({ ...i, reference: file.reference, platform: file.platform, caseId: file.caseId, kind: file.kind }))
    .filter((i) => (state === 'overdue' ? i.overdue : !state || i.state === state))
    .sort(ORDERS[by] ?? ORDERS.state);
  const sorting: LinkSorting = {
    by,
    choose: (sort) => set({ sort }, { replace: true }),
    columns: { state: ['state', 'state-last'], url: ['url', 'url-last'], due: ['due', 'due-last'] },
  };
  const count = (s: string) => file.items.filter((i) => i.state === s).length;
  return (
    <div className="stack">
      {file.items.length > 1 && (
        <Chips
          label={t('takedown.state')}
          value={state}
          choose={(value) => set({ state: value })}
          options={[
            { value: '', label: t('list.all'), n: file.items.length },
            ...states.map((s) => ({ value: s, label: word('item', s), n: count(s) })),
            ...(file.overdue > 0 ? [{ value: 'overdue', label: t('takedown.overdue'), n: file.overdue }] : []),
          ]}
        />
      )}
      <Fault problem={look.problem} />
      <LinkTable
        lines={lines}
        chosen={maySend ? { ids, set: setIds } : undefined}
        sorting={sorting}
        opened={chosen('open') || (file.items.length === 1 ? file.items[0].id : '')}
        open={(id) => set({ open: id || (file.items.length === 1 ? 'none' : '') }, { replace: true })}
        detail={(item) => (
          <div className="stack">
            <Looks item={item} caseId={file.caseId} />
            {item.next.length > 0 && (
              <div className="row">
                {item.next.some((n) => n.act === 'reply') && (
                  <Button variant="default" onClick={() => setReplying(item)}>
                    {t('takedown.record')}
                  </Button>
                )}
                {item.next.some((n) => n.act === 'look') && (
                  <Button variant="default" loading={look.busy} onClick={() => look.go(item)}>
                    {t('takedown.look')}
                  </Button>
                )}
              </div>
            )}
          </div>
        )}
      />
      <BulkBar lines={lines.filter((l) => ids.has(l.id))} clear={() => setIds(new Set())} />
      {replying && <ReplyDialog lines={[replying]} close={() => setReplying(null)} />}
    </div>
  );
}
