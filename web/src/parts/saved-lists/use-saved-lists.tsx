import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { call, get, query } from '../../api/client.js';
import type { ListName, SavedList, SavedLists } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { every } from '../../live/bus.js';
import { useText } from '../../text/language.js';
import type { Narrowed } from './filter.js';

const REFRESH_MS = 30_000;
const UNDO_MS = 10_000;
export interface Naming {
  name: string;
  shared: boolean;
}
type Change = Partial<Naming> & { position?: number };

export const useSavedLists = (list: ListName) =>
  useQuery({
    queryKey: ['saved-lists', list],
    queryFn: ({ signal }) => get<SavedLists>(`/saved-lists${query({ list })}`, signal),
    refetchInterval: every(REFRESH_MS),
  });

/** What one may do with saved lists; what was deleted is put back, at its place, as long as somebody may have erred. */
export function useSavedListActs(list: ListName, done: () => void) {
  const { t } = useText();
  const refresh = [['saved-lists', list]];
  const save = useAct<Naming & { filter: Narrowed }>((body, key) => call('POST', '/saved-lists', { list, ...body }, key), {
    refresh,
    done,
  });
  const change = useAct<{ of: SavedList; to: Change }>(
    ({ of, to }, key) => call('PATCH', `/saved-lists/${of.id}`, { version: of.version, ...to }, key),
    { refresh, done },
  );
  const putBack = useAct<SavedList>(
    async ({ name, filter, shared, position }, key) => {
      const { id } = await call<{ id: string }>('POST', '/saved-lists', { list, name, filter, shared }, key);
      await call('PATCH', `/saved-lists/${id}`, { version: 1, position });
    },
    { refresh, done: () => notifications.hide(`saved ${list}`) },
  );
  const drop = useAct<SavedList>((of, key) => call('DELETE', `/saved-lists/${of.id}`, undefined, key).then(() => of), {
    refresh,
    done: (of) =>
      notifications.show({
        id: `saved ${list}`,
        autoClose: UNDO_MS,
        message: (
          <span className="row">
            {t('saved.deleted', { name: (of as SavedList).name })}
            <Button variant="default" onClick={() => putBack.go(of as SavedList)}>
              {t('saved.undo')}
            </Button>
          </span>
        ),
      }),
  });
  return { save, change, drop };
}
