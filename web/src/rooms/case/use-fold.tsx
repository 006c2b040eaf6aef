import { Button } from '@mantine/core';
import { useState } from 'react';
import { More } from '../../parts/more.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import type { Part } from './use-part.js';

/** A part of the case file that begins with a few lines: then what has come, then page by page. */
export function useFold<T>(list: Part<T>, first: number) {
  const { t, language } = useText();
  const [all, setAll] = useState(false);
  const shown = all ? list.items : list.items.slice(0, first);
  const foot = (
    <>
      {all && list.hasNextPage && <More shown={shown.length} total={list.total} list={list} />}
      {!all && list.items.length <= first && list.hasNextPage && <More shown={shown.length} list={list} />}
      {list.items.length > first && (
        <Button mt={6} variant="default" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('desk.less') : list.total === undefined ? t('list.more') : t('desk.older', { n: integer(list.total - first, language) })}
        </Button>
      )}
    </>
  );
  return { shown, foot };
}
