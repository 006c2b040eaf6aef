import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient, type QueryFunctionContext } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { call, get, problemOf, type ProblemBody } from '../../api/client.js';
import type { Match, TriageFull } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { useText } from '../../text/language.js';
import { withDecision } from './decision.js';
import { inOrder, isUnderWay } from './in-order.js';

export const itemKey = (id: string) => ['item', id];
export const itemQuery = (id: string) => ({
  queryKey: itemKey(id),
  queryFn: async ({ signal, client }: QueryFunctionContext) => {
    const fresh = await get<TriageFull>(`/triage/${id}`, signal);
    // read before an act that is shown already: the act is followed by a reading of its own
    const shown = client.getQueryData<TriageFull>(itemKey(id));
    return shown && (isUnderWay(id) || fresh.item.version < shown.item.version) ? shown : fresh;
  },
});

/** The post that is open. */
export const useItem = (id: string) =>
  useQuery({ ...itemQuery(id), refetchInterval: (q) => (q.state.data?.capture?.state === 'ordered' ? 2_000 : false) });

/** What may be done with it besides the judgement. */
export function useItemActs(id: string, postId: string | undefined) {
  const { t } = useText();
  const go = useNavigate();
  const refresh = [itemKey(id), ['counts']];
  const capture = useAct<void>((_, key) => call('POST', `/posts/${postId}/captures`, {}, key), {
    refresh,
    done: () => notifications.show({ message: t('triage.ordered') }),
  });
  const openCase = useAct<void, { id: string; number: string }>((_, key) => call('POST', '/cases', { postId }, key), {
    refresh: [...refresh, ['cases'], ['work']],
    done: (c) => {
      notifications.show({ color: 'teal', message: t('triage.caseopened', { number: c.number }) });
      void go(`/cases/${c.id}`);
    },
  });
  return { capture, openCase, problems: [capture, openCase].flatMap((a) => a.problem ?? []) };
}

/** Confirms or rejects a suggestion: seen at once, sent in order, taken back if the server says no. */
export function useDecide(id: string) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  const decide = async (matchId: string, decision: Match['decision']) => {
    setProblem(null);
    // without a wait: the key that comes next must find the decision made
    void queries.cancelQueries({ queryKey: itemKey(id) });
    queries.setQueryData<TriageFull>(itemKey(id), (full) => full && withDecision(full, matchId, decision));
    try {
      const { version } = await inOrder(id, () =>
        call<{ version: number }>('POST', `/triage/${id}/matches/${matchId}`, { decision }, crypto.randomUUID()),
      );
      queries.setQueryData<TriageFull>(itemKey(id), (full) => full && { ...full, item: { ...full.item, version } });
    } catch (error) {
      setProblem(problemOf(error));
    }
    await queries.invalidateQueries({ queryKey: itemKey(id) });
  };
  return { decide, problem };
}
