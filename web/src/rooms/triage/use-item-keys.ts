import type { Match, TriageAct } from '../../api/types.js';
import { useKeys } from '../../parts/use-keys.js';

interface Desk {
  acts: TriageAct[];
  match: Match | undefined;
  record: () => void;
  write: () => void;
  pick: (judgement: string) => void;
  decide?: (matchId: string, decision: Match['decision']) => void;
  turn: () => void;
  nextClaim: () => void;
  undo: () => void;
  propose?: () => void;
  split?: () => void;
  capture?: () => void;
  openCase?: () => void;
  again?: () => void;
}

/** The keys of the open post. Those of the judgements are the API's own. */
export function useItemKeys({
  acts,
  match,
  record,
  write,
  pick,
  decide,
  turn,
  nextClaim,
  undo,
  propose,
  split,
  capture,
  openCase,
  again,
}: Desk) {
  const turnDecision = (to: 'confirmed' | 'rejected') =>
    decide && match ? () => decide(match.id, match.decision === to ? null : to) : undefined;
  useKeys({
    ...Object.fromEntries(
      acts.flatMap((a) => {
        const { act, to, key, possible } = a;
        return act.startsWith('judge') && to && key && possible ? [[key, () => pick(to)]] : [];
      }),
    ),
    Enter: record,
    'mod+Enter': record,
    l: write,
    c: turnDecision('confirmed'),
    x: turnDecision('rejected'),
    v: turn,
    n: nextClaim,
    u: undo,
    p: propose,
    s: split,
    r: capture,
    o: openCase,
    a: again,
  });
}
