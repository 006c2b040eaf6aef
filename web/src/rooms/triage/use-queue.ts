import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate, useParams, type NavigateOptions } from 'react-router-dom';
import { listPage } from '../../api/list-page.js';
import type { TriageLine } from '../../api/types.js';
import { every } from '../../live/bus.js';
import { usePages } from '../../parts/use-pages.js';
import { countNews } from '../../parts/news.js';
import { asksForFirst } from './first.js';
import { unfolded, withBack, without, type Row } from './copies.js';
import { askedFor, isTogether, useQueueFilter } from './queue-filter.js';
import { itemQuery } from './use-item.js';
import { useUnfolded } from './use-unfolded.js';

const NEWS_MS = 15_000;
const AHEAD = 2;
export interface Place {
  line: Row;
  before: string | undefined;
  /** how many copies of it wait still */
  others: number;
}
const lineOf = (row: Row): string => row.group;

/** The queue as it stands still under the eyes, the post that is open in it, and what came in since. */
export function useQueue() {
  const { id } = useParams();
  const { filter, address } = useQueueFilter();
  const go = useNavigate();
  const queries = useQueryClient();
  const asked = askedFor(filter);
  const together = isTogether(filter);
  const copies = useUnfolded(filter);
  const list = usePages<TriageLine>('triage', '/triage', asked, undefined, true);
  const newest = useQuery({
    queryKey: ['triage-news', filter],
    queryFn: ({ signal }) => listPage<TriageLine>('/triage', asked, null, signal),
    refetchInterval: every(NEWS_MS),
    enabled: list.isSuccess,
  }).data;
  const gone = useRef(new Set<string>());
  const items = useMemo(() => {
    const fresh = new Map(newest?.items.map((i) => [i.id, i]));
    const lines = list.items.map((i) => fresh.get(i.id) ?? i);
    return unfolded(
      lines,
      copies.group,
      copies.members.filter((m) => !gone.current.has(m.id)),
    );
  }, [list.items, newest, copies.group, copies.members]);
  // of copies that stand together another one may come to stand first: that is nothing new
  const key = together ? lineOf : (row: Row) => row.id;
  const listed = useMemo(() => new Set(list.items.map(key)), [list.items, together]);
  const news = newest ? countNews(newest.items.filter((i) => !gone.current.has(i.id)).map(key), listed, !list.hasNextPage) : 0;
  const { restart } = list;
  useEffect(() => {
    // into an empty list they may come unasked: nothing moves
    if (news > 0 && listed.size === 0) void restart();
  }, [news, listed.size]);
  const at = items.findIndex((i) => i.id === id);
  const open = (next: string | undefined, options?: NavigateOptions) => {
    if (next) void go({ pathname: `/triage/${next}`, ...address }, options);
  };
  const nextCopy = async (group: string): Promise<TriageLine | undefined> => {
    const copies = await listPage<TriageLine>('/triage', { ...asked, copies: 'apart', group, limit: 2 }, null);
    return copies.items.find((i) => !gone.current.has(i.id));
  };
  const first = asksForFirst(useLocation().state) && !id ? items[0]?.id : undefined;
  useEffect(() => open(first, { replace: true }), [first]);
  useEffect(() => {
    // the next ones are loaded before they are asked for
    for (const next of items.slice(at + 1, at + 1 + AHEAD)) void queries.prefetchQuery(itemQuery(next.id));
  }, [at, items, queries]);

  return {
    ...list,
    id,
    items,
    at,
    news,
    filter,
    open,
    lines: list.items.length,
    unfolded: copies.group,
    /** Shows the copies of the line that is open, or of this one; or hides them, and opens the line that stands for them. */
    unfold: (row: Row | undefined = items[at]) => row?.copies && copies.unfold(row.group),
    fold() {
      const first = items[at]?.below ? items.find((i) => i.group === copies.group) : undefined;
      void go({ ...(first && { pathname: `/triage/${first.id}` }), ...copies.folded }, { replace: true });
    },
    next: () => open(items[at + 1]?.id ?? (at < 0 ? items[0]?.id : undefined)),
    previous: () => open(items[Math.max(0, at - 1)]?.id),
    /** Takes a row out before the server has heard of it, and opens the one after it. */
    take(gone_: string): Place | null {
      const index = items.findIndex((i) => i.id === gone_);
      gone.current.add(gone_);
      if (index < 0) {
        open(items[0]?.id);
        return null;
      }
      const heir = items[index + 1]?.below && !items[index].below ? items[index + 1] : undefined;
      list.change((lines) => without(lines, items[index], heir));
      const after = items[index + 1] ?? items[index - 1];
      if (id === gone_) open(after?.id);
      const { group, copies: of } = items[index].below ? items.find((i) => i.group === items[index].group)! : items[index];
      return { line: items[index], before: items.slice(index + 1).find((i) => i.group !== group)?.id, others: of?.others ?? 0 };
    },
    /** Puts it back where it was. */
    putBack({ line, before }: Place) {
      gone.current.delete(line.id);
      list.change((lines, page) => withBack(lines, line, before, page === 0));
    },
    /** The next copy of what was judged takes its place in the list. */
    async follow({ line, before, others }: Place) {
      const next = others > 0 && !items.some((i) => i.group === line.group) ? await nextCopy(line.group) : undefined;
      if (next) list.change((lines, page) => withBack(lines, next, before, page === 0));
    },
    nextCopy,
  };
}
export type Queue = ReturnType<typeof useQueue>;
