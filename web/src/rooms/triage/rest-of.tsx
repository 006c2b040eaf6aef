import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { More } from '../../parts/more.js';
import { Fault } from '../../parts/parts.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { itemKey } from './use-item.js';

interface Rest<T> {
  /** of this item of the queue: what refreshes it refreshes its parts */
  itemId: string;
  part: 'captures' | 'earlier-judgements' | 'history' | 'reports' | 'same-text';
  /** where it is read, when not below the item */
  path?: string;
  /** what is shown already */
  known: readonly T[];
  /** how many there are, where somebody counts them; else whether there are more */
  total?: number;
  more?: boolean;
  /** makes one line of several */
  gather?: (list: T[]) => T[];
  /** one as an item of a list */
  line: (of: T) => ReactNode;
  className?: string;
}

/** The rest of a list whose beginning came with the post, page by page where somebody asks for it. */
export function RestOf<T extends { id: string }>({ more, ...rest }: Rest<T>) {
  const { t, language } = useText();
  const { known, total } = rest;
  const [asked, ask] = useState(false);
  if (!(more ?? (total ?? 0) > known.length)) return null;
  if (asked) return <Listed {...rest} />;
  return (
    <Button variant="default" onClick={() => ask(true)}>
      {total === undefined ? t('list.more') : t('desk.older', { n: integer(total - known.length, language) })}
    </Button>
  );
}

function Listed<T extends { id: string }>({
  itemId,
  part,
  path = `/triage/${itemId}/${part}`,
  known,
  total,
  gather = (all) => all,
  line,
  className = 'timeline',
}: Omit<Rest<T>, 'more'>) {
  const list = usePages<T>([...itemKey(itemId), part], path);
  const told = new Set(known.map((k) => k.id));
  const rest = list.items.filter((i) => !told.has(i.id));
  return (
    <>
      <Fault error={list.error} />
      <ul className={className}>{gather(rest).map(line)}</ul>
      {list.hasNextPage && <More shown={known.length + rest.length} total={total} list={list} />}
    </>
  );
}
