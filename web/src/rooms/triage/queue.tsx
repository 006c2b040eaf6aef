import { Button, SegmentedControl } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconChevronLeft } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { Fault, Loading } from '../../parts/parts.js';
import { useKeys } from '../../parts/use-keys.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { QueueFilters } from './queue-filters.js';
import { NO_FILTER, useQueueFilter } from './queue-filter.js';
import { QueueRow, ROW_HEIGHT } from './queue-row.js';
import { UndoBar } from './undo-bar.js';
import type { Judging } from './use-judging.js';
import type { Queue } from './use-queue.js';

const FETCH_BEFORE_END = 30;
const SavedLists = lazy(() => import('../../parts/saved-lists/saved-lists.js'));

/** What waits, the most urgent first. Only the rows in sight are drawn; what came in since waits to be asked for. */
export function QueuePane({ queue, judging }: { queue: Queue; judging: Judging }) {
  const { t, language } = useText();
  const { set, filter, narrowed, address } = useQueueFilter();
  const { items, at, news, hasNextPage, isFetchingNextPage, fetchNextPage } = queue;
  const scroller = useRef<HTMLDivElement>(null);
  const [why, setWhy] = useState<string | null>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (i) => items[i].id,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const end = shown[shown.length - 1]?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && end >= items.length - FETCH_BEFORE_END) void fetchNextPage();
  }, [end, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
    setWhy(null);
  }, [queue.id, at < 0]);
  const current = items[at]?.id;
  const renew = () => {
    scroller.current?.scrollTo({ top: 0 });
    void queue.restart();
  };
  useKeys({
    '.': renew,
    w: current ? () => setWhy((w) => (w === current ? null : current)) : undefined,
    Escape: why ? () => setWhy(null) : undefined,
  });
  return (
    <section className="queue" aria-label={t('nav.triage')}>
      {queue.id && (
        <Link className="back plain" to={{ pathname: '/triage', ...address }}>
          <IconChevronLeft size={16} aria-hidden /> {t('triage.toqueue')}
        </Link>
      )}
      <header>
        <div className="row">
          <SegmentedControl
            size="xs"
            aria-label={t('triage.state')}
            value={filter.state ?? 'waiting'}
            onChange={(v) => set('state', v === 'waiting' ? null : v)}
            data={[
              { value: 'waiting', label: t('triage.waiting') },
              { value: 'judged', label: t('triage.judged') },
              { value: 'all', label: t('triage.all') },
            ]}
          />
          <span className="end row" style={{ gap: 4 }}>
            <span className="soft small">
              {integer(queue.lines, language)}
              {hasNextPage ? '+' : ''}
            </span>
            <QueueFilters />
          </span>
        </div>
        <Suspense fallback={<div className="lists-come" />}>
          <SavedLists list="triage" filter={{ ...NO_FILTER, ...filter }} narrow />
        </Suspense>
      </header>
      <div className="rows" ref={scroller}>
        <Fault error={queue.error} />
        {queue.isPending && <Loading />}
        {queue.isSuccess && items.length === 0 && (
          <p className="pane soft">
            {t(narrowed.length > 0 ? 'triage.nothingfits' : filter.state === 'judged' ? 'triage.nonejudged' : 'triage.empty')}
          </p>
        )}
        {news > 0 && items.length > 0 && (
          <div className="news">
            <Button radius="xl" onClick={renew}>
              {t('triage.new', { n: news })}
            </Button>
          </div>
        )}
        <div role="list" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => (
            <QueueRow
              key={items[index].id}
              line={items[index]}
              index={index}
              of={hasNextPage ? -1 : items.length}
              start={start}
              on={index === at}
              open={queue.open}
              why={why === items[index].id}
              askWhy={setWhy}
              unfolded={items[index].group === queue.unfolded}
              fold={items[index].group === queue.unfolded ? queue.fold : queue.unfold}
            />
          ))}
        </div>
      </div>
      <UndoBar judging={judging} open={queue.open} />
    </section>
  );
}
