import { useQueryClient } from '@tanstack/react-query';
import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { usePages } from '../parts/use-pages.js';
import { Fault, Loading, State, When } from '../parts/parts.js';
import { get } from '../api/client.js';
import type { TriageFull, TriageLine } from '../api/types.js';
import { useText } from '../text/language.js';
import { TriageItem } from './triage-item.js';

type Line = TriageLine & { capture?: { state: string; outcome: string | null } | null };

/** The queue and the post that is open; the address holds both. */
export default function Triage() {
  const { t, word } = useText();
  const { id } = useParams();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'judged' ? 'judged' : 'waiting';
  const go = useNavigate();
  const queries = useQueryClient();
  const { items, isPending, error, hasNextPage, fetchNextPage } = usePages<Line>('triage', '/triage', { state }, 20_000);
  const at = items.findIndex((i) => i.id === id);
  const open = (next: string | undefined) => {
    if (next) void go({ pathname: `/triage/${next}`, search: search.toString() });
  };
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  useEffect(() => {
    const next = items[at + 1]; // the next one is loaded before it is asked for
    if (next) void queries.prefetchQuery({ queryKey: ['item', next.id], queryFn: () => get<TriageFull>(`/triage/${next.id}`) });
  }, [at, items, queries]);
  useEffect(() => {
    const key = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || (e.target as HTMLElement).matches('input, textarea, select')) return;
      if (e.key === 'j') open(items[at + 1]?.id ?? items[0]?.id);
      if (e.key === 'k') open(items[Math.max(0, at - 1)]?.id);
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  });
  return (
    <div className="triage">
      <section className="queue" aria-label={t('nav.triage')} ref={list}>
        <div className="pane row">
          <SegmentedControl
            size="xs"
            value={state}
            onChange={(v) => setSearch(v === 'judged' ? { state: v } : {})}
            data={[
              { value: 'waiting', label: t('triage.waiting') },
              { value: 'judged', label: t('triage.judged') },
            ]}
          />
          <span className="soft small end">
            {t('list.total', { n: items.length })}
            {hasNextPage ? '+' : ''}
          </span>
        </div>
        <Fault error={error} />
        {isPending && <Loading />}
        {!isPending && items.length === 0 && <p className="pane soft">{t('triage.empty')}</p>}
        {items.map((item) => (
          <button
            key={item.id}
            className="item"
            aria-current={item.id === id}
            onClick={() => open(item.id)}
            title={item.factors.map((f) => `${f.name}: ${f.points}`).join('\n')}
          >
            <span className="prio">{item.priority}</span>
            <span className="row small soft" style={{ gap: 6 }}>
              <span>{word('platform', item.platform)}</span>
              <When at={item.receivedAt} only="relative" />
              {item.reports > 1 && <b>{t('triage.reports', { n: item.reports })}</b>}
              {item.lookAgain && <b>{t('triage.lookagain')}</b>}
              {item.lease && <span>· {item.lease.name}</span>}
            </span>
            <span />
            <span className="two">{item.firstLine}</span>
            <span />
            <span className="row small" style={{ gap: 6 }}>
              {item.capture && item.capture.outcome !== 'complete' && (
                <State kind="outcome" value={item.capture.outcome ?? item.capture.state} />
              )}
              {item.topClaim && (
                <>
                  <State kind="strength" value={(item.topClaim as { strength?: string }).strength} />
                  <span className="soft cut grow">{item.topClaim.text}</span>
                </>
              )}
              {judgementOf(item) && <State kind="judgement" value={judgementOf(item)} />}
            </span>
          </button>
        ))}
        {hasNextPage && (
          <div className="pane">
            <Button variant="default" onClick={() => void fetchNextPage()}>
              {t('list.more')}
            </Button>
          </div>
        )}
      </section>
      {id ? (
        <TriageItem key={id} id={id} next={() => open(items[at + 1]?.id ?? items[at - 1]?.id)} />
      ) : (
        <section className="pane soft">{t('triage.pick')}</section>
      )}
    </div>
  );
}

const judgementOf = (item: Line): string | undefined =>
  typeof item.judgement === 'string' ? item.judgement : (item.judgement as { judgement?: string } | null)?.judgement;
