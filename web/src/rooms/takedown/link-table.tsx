import { Checkbox } from '@mantine/core';
import { Fragment, type KeyboardEvent, type ReactNode } from 'react';
import { SortHead, type Sorting } from '../../parts/sort-head.js';
import { useText } from '../../text/language.js';
import { LinkRow } from './link-row.js';
import type { LinkLine } from './types.js';

export type LinkSorting = Sorting<'state' | 'url' | 'due'>;
export interface Chosen {
  ids: Set<string>;
  set: (ids: Set<string>) => void;
}
interface Table<T extends LinkLine> {
  lines: T[];
  chosen?: Chosen;
  sorting: LinkSorting;
  detail?: (line: T) => ReactNode;
  opened?: string;
  open?: (id: string) => void;
  withRequest?: boolean;
}

/** Links that were asked for, one a row. j and k move, x selects, Enter opens. */
export function LinkTable<T extends LinkLine>({ lines, chosen, sorting, detail, opened, open, withRequest }: Table<T>) {
  const { t } = useText();
  const all = chosen && lines.length > 0 && lines.every((l) => chosen.ids.has(l.id));
  const select = (ids: string[], on: boolean) => {
    const next = new Set(chosen!.ids);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    chosen!.set(next);
  };
  const toggle = (id: string) => open?.(opened === id ? '' : id);
  const keys = (line: T) => (e: KeyboardEvent<HTMLTableRowElement>) => {
    if (e.target !== e.currentTarget || e.ctrlKey || e.metaKey || e.altKey) return;
    const rows = [...e.currentTarget.parentElement!.querySelectorAll<HTMLElement>('tr[data-line]')];
    const at = rows.indexOf(e.currentTarget);
    if (e.key === 'j' || e.key === 'ArrowDown') rows[at + 1]?.focus();
    else if (e.key === 'k' || e.key === 'ArrowUp') rows[at - 1]?.focus();
    else if (e.key === 'x' && chosen) select([line.id], !chosen.ids.has(line.id));
    else if (e.key === 'Enter' && open) toggle(line.id);
    else return;
    e.preventDefault();
  };
  return (
    <table className="list">
      <thead>
        <tr>
          {chosen && (
            <th className="tight">
              <Checkbox
                size="xs"
                aria-label={t('desk.selectall')}
                checked={Boolean(all)}
                indeterminate={!all && lines.some((l) => chosen.ids.has(l.id))}
                onChange={() => select([...lines.map((l) => l.id)], !all)}
              />
            </th>
          )}
          <SortHead sorting={sorting} column="state" label={t('takedown.state')} />
          <SortHead sorting={sorting} column="url" label={t('takedown.link')} wide />
          <th className="tight">{t('takedown.seen')}</th>
          <th className="tight">{t('takedown.nextlook')}</th>
          <SortHead sorting={sorting} column="due" label={t('takedown.clock')} />
          {detail && <th className="tight" aria-label={t('desk.details')} />}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Fragment key={line.id}>
            <LinkRow
              line={line}
              withRequest={withRequest}
              selected={chosen?.ids.has(line.id)}
              select={chosen && ((on) => select([line.id], on))}
              opened={opened === line.id}
              open={detail && (() => toggle(line.id))}
              keys={keys(line)}
            />
            {detail && opened === line.id && (
              <tr>
                <td colSpan={chosen ? 7 : 6}>{detail(line)}</td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
