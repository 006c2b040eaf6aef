import type { ReactNode } from 'react';
import { More } from './more.js';
import { Fault, Loading } from './parts.js';
import type { usePages } from './use-pages.js';

interface Paged<T> {
  list: ReturnType<typeof usePages<T>>;
  /** what is said when there is no row: it differs with a filter */
  nothing: string;
  children: (rows: T[]) => ReactNode;
}

/** A list whole: what went wrong, that it loads, that there is nothing, its rows, and the next page. What could not be read is not said to be empty. */
export function PagedList<T>({ list, nothing, children }: Paged<T>) {
  const empty = list.items.length === 0;
  return (
    <>
      <Fault error={list.error} />
      {list.isPending ? <Loading /> : empty ? !list.error && <p className="soft">{nothing}</p> : children(list.items)}
      <More shown={list.items.length} total={list.total} list={list} />
    </>
  );
}
