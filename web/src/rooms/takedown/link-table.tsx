import { ActionIcon, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { ItemState } from '../../parts/item-state.js';
import { Due, Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import type { LinkLine } from './types.js';

export interface Chosen {
  ids: Set<string>;
  set: (ids: Set<string>) => void;
}
export type Sorting = { by: string; choose: (by: string) => void; columns: Partial<Record<'state' | 'url' | 'due', [string, string]>> };

/** Links that were asked for, one a row, each with its state and clocks. j and k move, x selects. */
export function LinkTable<T extends LinkLine>({
  lines,
  chosen,
  sorting,
  detail,
  opened,
  open,
  withRequest,
}: {
  lines: T[];
  chosen?: Chosen;
  sorting: Sorting;
  detail?: (line: T) => ReactNode;
  opened?: string;
  open?: (id: string) => void;
  withRequest?: boolean;
}) {
  const { t, word } = useText();
  const all = chosen && lines.length > 0 && lines.every((l) => chosen.ids.has(l.id));
  const toggle = (ids: string[], on: boolean) => {
    const next = new Set(chosen!.ids);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    chosen!.set(next);
  };
  const keys = (line: T) => (e: KeyboardEvent<HTMLTableRowElement>) => {
    if (e.target !== e.currentTarget || e.ctrlKey || e.metaKey || e.altKey) return;
    const rows = [...e.currentTarget.parentElement!.querySelectorAll<HTMLElement>('tr[data-line]')];
    const at = rows.indexOf(e.currentTarget);
    if (e.key === 'j' || e.key === 'ArrowDown') rows[at + 1]?.focus();
    else if (e.key === 'k' || e.key === 'ArrowUp') rows[at - 1]?.focus();
    else if (e.key === 'x' && chosen) toggle([line.id], !chosen.ids.has(line.id));
    else if (e.key === 'Enter' && open) open(line.id === opened ? '' : line.id);
    else return;
    e.preventDefault();
  };
  const columns = 5 + (chosen ? 1 : 0) + (detail ? 1 : 0);
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
                onChange={() =>
                  toggle(
                    lines.map((l) => l.id),
                    !all,
                  )
                }
              />
            </th>
          )}
          <Head sorting={sorting} column="state" label={t('takedown.state')} />
          <Head sorting={sorting} column="url" label={t('takedown.link')} />
          <th className="tight">{t('takedown.seen')}</th>
          <th className="tight">{t('takedown.nextlook')}</th>
          <Head sorting={sorting} column="due" label={t('takedown.clock')} />
          {detail && <th className="tight" aria-label={t('desk.details')} />}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Fragment key={line.id}>
            <tr data-line tabIndex={0} className={chosen?.ids.has(line.id) ? 'on' : undefined} onKeyDown={keys(line)}>
              {chosen && (
                <td className="tight">
                  <Checkbox
                    size="xs"
                    aria-label={`${t('desk.select')} ${line.url}`}
                    checked={chosen.ids.has(line.id)}
                    onChange={(e) => toggle([line.id], e.currentTarget.checked)}
                  />
                </td>
              )}
              <td className="tight">
                <ItemState value={line.state} />
              </td>
              <td className="url">
                <div className="mono two" title={line.url}>
                  {line.url}
                </div>
                {withRequest && (
                  <div className="small soft cut">
                    <Link className="plain" to={`/takedowns/${line.takedownId}?open=${line.id}`}>
                      {line.reference}
                    </Link>{' '}
                    · {word('platform', line.platform)}
                  </div>
                )}
              </td>
              <td className="tight small">
                {line.lastSeen ? (
                  <span className="row" style={{ gap: 6, flexWrap: 'nowrap' }}>
                    <State kind="observation" value={line.lastSeen.observation} />
                    <span className="soft">
                      <Moment at={line.lastSeen.at} only="relative" />
                    </span>
                  </span>
                ) : (
                  <span className="soft">–</span>
                )}
              </td>
              <td className="tight small soft">{line.nextLook ? <Moment at={line.nextLook} only="relative" /> : '–'}</td>
              <td className="tight small">
                {line.verifiedAt && line.state === 'verified-removed' ? (
                  <span className="good">
                    {t('takedown.provedat')} <Moment at={line.verifiedAt} only="exact" />
                  </span>
                ) : (
                  <Due short at={line.dueAt} since={line.askedAt} done={!['awaiting', 'reappeared'].includes(line.state)} />
                )}
              </td>
              {detail && (
                <td className="tight">
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={`${t('desk.details')} ${line.url}`}
                    aria-expanded={opened === line.id}
                    onClick={() => open!(opened === line.id ? '' : line.id)}
                  >
                    {opened === line.id ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
                  </ActionIcon>
                </td>
              )}
            </tr>
            {detail && opened === line.id && (
              <tr>
                <td colSpan={columns}>{detail(line)}</td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Head({ sorting, column, label }: { sorting: Sorting; column: 'state' | 'url' | 'due'; label: string }) {
  const ways = sorting.columns[column];
  const at = ways?.indexOf(sorting.by) ?? -1;
  if (!ways) return <th className="tight">{label}</th>;
  return (
    <th className={column === 'url' ? undefined : 'tight'} aria-sort={at === 0 ? 'ascending' : at === 1 ? 'descending' : 'none'}>
      <button type="button" onClick={() => sorting.choose(at === 0 && ways[1] !== ways[0] ? ways[1] : ways[0])}>
        <span className="icon-word">
          {label}
          {at === 0 && <IconArrowUp size={12} aria-hidden />}
          {at === 1 && <IconArrowDown size={12} aria-hidden />}
        </span>
      </button>
    </th>
  );
}
