import { Button } from '@mantine/core';
import { useText } from '../text/language.js';
import { integer } from '../text/time.js';

/** The end of a list: how much of it is shown, and the next page. */
export function More({
  shown,
  total,
  list,
}: {
  shown: number;
  total?: number;
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const { t, language } = useText();
  if (shown === 0 && !list.hasNextPage) return null;
  return (
    <div className="row soft small">
      {total !== undefined && <span>{t('desk.shown', { n: integer(shown, language), total: integer(total, language) })}</span>}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </div>
  );
}
