import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get, query } from '../api/client.js';
import type { LogLine, LogPage, PublicFigures } from '../api/types.js';
import { Link } from 'react-router-dom';
import '../parts/desks.css';
import type { Column } from '../parts/csv.js';
import { ExportButton } from '../parts/export-button.js';
import { useStamp } from '../parts/office-time.js';
import { More } from '../parts/more.js';
import { Fault, Loading } from '../parts/parts.js';
import { useFilters } from '../parts/use-filters.js';
import { useText } from '../text/language.js';
import { Chain } from './log/chain.js';
import { LogTable } from './log/log-table.js';

const FILTERS = ['type', 'actor', 'from', 'to', 'subject', 'figure', 'clock', 'id', 'seq'];

/** The auditor's desk: whether the chain holds, and every event in plain words. */
export default function Log() {
  const { t, word } = useText();
  const stamp = useStamp();
  const [chosen, set] = useFilters();
  const filter = Object.fromEntries(FILTERS.map((name) => [name, chosen(name) || null]));
  const log = useInfiniteQuery({
    queryKey: ['log', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => get<LogPage>(`/log${query({ limit: 100, ...filter, cursor: pageParam })}`, signal),
    getNextPageParam: (p) => p.nextCursor,
    placeholderData: (old) => old,
  });
  const first = log.data?.pages[0];
  const lines = log.data?.pages.flatMap((p) => p.items) ?? [];
  const kinds = [...new Set((first?.types ?? []).map((type) => type.split('.')[0]))];
  const filtered = FILTERS.some((name) => chosen(name));
  const columns: Column<LogLine>[] = [
    [t('log.seq'), (e) => e.seq],
    [t('log.when'), (e) => stamp(e.recordedAt)],
    [t('log.what'), (e) => word('event', e.type)],
    [t('log.type'), (e) => e.type],
    [t('log.who'), (e) => e.actorName],
    [t('log.record'), (e) => e.record?.label],
    [t('log.subject'), (e) => e.subject],
  ];
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('nav.log')}</h1>
        <Link className="plain" to="/log/figures">
          {t('log.figures')}
        </Link>
        <Chain />
      </div>
      <div className="row" style={{ alignItems: 'end' }}>
        <NativeSelect
          label={t('log.type')}
          w={250}
          value={chosen('type')}
          onChange={(e) => set({ type: e.currentTarget.value })}
          data={[
            { value: '', label: t('list.all') },
            ...kinds.map((kind) => ({
              group: word('event-kind', kind),
              items: [
                { value: kind, label: t('log.allof', { kind: word('event-kind', kind) }) },
                ...(first?.types ?? []).filter((x) => x.startsWith(`${kind}.`)).map((x) => ({ value: x, label: word('event', x) })),
              ],
            })),
          ]}
        />
        <NativeSelect
          label={t('log.who')}
          w={190}
          value={chosen('actor')}
          onChange={(e) => set({ actor: e.currentTarget.value })}
          data={[{ value: '', label: t('list.all') }, ...(first?.people ?? []).map((p) => ({ value: p.id, label: p.name }))]}
        />
        <TextInput
          type="date"
          label={t('log.from')}
          value={chosen('from')}
          max={chosen('to') || undefined}
          onChange={(e) => set({ from: e.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('log.to')}
          value={chosen('to')}
          min={chosen('from') || undefined}
          onChange={(e) => set({ to: e.currentTarget.value })}
        />
        {filtered && (
          <Button variant="subtle" color="gray" onClick={() => set(Object.fromEntries(FILTERS.map((name) => [name, ''])))}>
            {t('desk.clear')}
          </Button>
        )}
        <span className="end">
          <ExportButton name="log" path="/log" filter={filter} columns={columns} />
        </span>
      </div>
      {chosen('figure') && <OfFigure name={chosen('figure')} byOffice={chosen('clock') === 'office'} />}
      {chosen('subject') && (
        <div className="small">
          {t('log.onlysubject')} <span className="mono">{chosen('subject')}</span>
        </div>
      )}
      <Fault error={log.error} names={{ to: t('log.to') }} />
      {log.isPending ? (
        <Loading />
      ) : lines.length === 0 ? (
        !log.error && <p className="soft">{t(filtered ? 'log.nothing' : 'list.empty')}</p>
      ) : (
        <LogTable lines={lines} only={(subject) => set({ subject, seq: '', id: '' })} />
      )}
      <More shown={lines.length} list={log} />
    </div>
  );
}

/** Of which public figure only the entries are shown. */
function OfFigure({ name, byOffice }: { name: string; byOffice: boolean }) {
  const { t, language } = useText();
  const figures = useQuery({ queryKey: ['public-figures'], queryFn: ({ signal }) => get<PublicFigures>('/log/figures', signal) }).data;
  return (
    <div className="small">
      {t('log.onlyfigure')} <b>{figures?.figures.find((f) => f.figure === name)?.label[language] ?? name}</b>
      {byOffice && <span className="soft"> ({t('log.byoffice')})</span>}
    </div>
  );
}
