import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call, problemOf, type ProblemBody } from '../../api/client.js';
import type { Counts, TriageFull } from '../../api/types.js';
import { announce } from '../../parts/announce.js';
import { dropDraft, keepDraft, readDraft } from '../../parts/drafts.js';
import { useDraftKey } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { inOrder } from './in-order.js';
import { copied, takenBack, type JudgementDraft } from './judgement-draft.js';
import { itemKey } from './use-item.js';
import type { Place, Queue } from './use-queue.js';

const UNDO_MS = 10_000;
/** The judgement given last, as long as it can be taken back. */
export interface Given {
  id: string;
  draft: JudgementDraft;
  place: Place | null;
  until: number;
  recorded: boolean;
  /** it takes the place of one that stood; the post stays open */
  again: boolean;
}
export interface Refused {
  id: string;
  problem: ProblemBody;
}
export const draftName = (id: string) => `judgement.${id}`;

/** Judges at once and tells the server meanwhile; what the server refuses comes back as it was typed, with the reason why. */
export function useJudging(queue: Queue) {
  const { t, word, problem: inWords } = useText();
  const queries = useQueryClient();
  const person = useDraftKey('');
  const [given, setGiven] = useState<Given | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [offered, offer] = useState<{ id: string; draft: JudgementDraft } | null>(null);
  const last = useRef<{ group: string; draft: JudgementDraft } | null>(null);
  const tries = useRef(new Map<string, string>());
  const here = useRef(queue);
  useEffect(() => {
    here.current = queue;
  });
  useEffect(() => {
    if (!given) return undefined;
    const timer = setTimeout(() => setGiven(null), Math.max(0, given.until - Date.now()));
    return () => clearTimeout(timer);
  }, [given]);
  const draftOf = (id: string) => person + draftName(id);
  const waits = (by: number) =>
    queries.setQueryData<Counts>(['counts'], (old) => old && { ...old, triage: Math.max(0, (old.triage ?? 0) + by) });
  const settle = (id: string) => {
    for (const queryKey of [itemKey(id), ['counts'], ['work']]) void queries.invalidateQueries({ queryKey });
  };
  const back = (id: string, place: Place | null, draft: JudgementDraft, open: boolean, again: boolean) => {
    keepDraft(draftOf(id), draft);
    if (again) return;
    waits(1);
    if (place) here.current.putBack(place);
    if (open) here.current.open(id);
  };

  const judge = async (id: string, draft: JudgementDraft, anew?: { matchId: string | null }) => {
    const again = anew !== undefined;
    const key = tries.current.get(id) ?? crypto.randomUUID();
    tries.current.set(id, key);
    const place = again ? null : here.current.take(id);
    if (place) last.current = { group: place.line.group, draft };
    setRefused(null);
    setGiven({ id, draft, place, until: Date.now() + UNDO_MS, recorded: false, again });
    if (!again) waits(-1);
    announce(t('triage.done', { judgement: word('judgement', draft.picked) }));
    try {
      await inOrder(id, () => {
        const version = queries.getQueryData<TriageFull>(itemKey(id))?.item.version;
        const reason = draft.reason.trim() || null;
        return call(
          'POST',
          `/triage/${id}/judgement`,
          { judgement: draft.picked, reason, version, ...(anew && { matchId: anew.matchId, again }) },
          key,
        );
      });
      tries.current.delete(id);
      dropDraft(draftOf(id));
      if (place) void here.current.follow(place).catch(() => undefined);
      setGiven((g) => (g?.id === id ? { ...g, recorded: true, until: Date.now() + UNDO_MS } : g));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 400 && problem.status < 500) tries.current.delete(id);
      setGiven((g) => (g?.id === id ? null : g));
      setRefused({ id, problem });
      const now = here.current.id;
      back(id, place, draft, now === undefined || now === id || readDraft(draftOf(now)) === null, again);
      announce(inWords(problem));
    }
    settle(id);
  };

  /** Takes back the judgement of a post; of the one judged last when none is named. */
  const undo = async (id = given?.id) => {
    if (!id) return;
    const last = given?.id === id ? given : null;
    if (last) setGiven(null);
    try {
      await inOrder(id, () => call('DELETE', `/triage/${id}/judgement`, undefined, crypto.randomUUID()));
      await queries.invalidateQueries({ queryKey: itemKey(id) });
      if (last) back(id, last.place, takenBack(last.draft), true, last.again);
      announce(t('triage.undone'));
      settle(id);
    } catch (error) {
      setRefused({ id, problem: problemOf(error) });
    }
  };
  /** The next copy of the post judged last, with the same judgement offered; it counts once this one is recorded too. */
  const nextCopy = async () => {
    const next = last.current && (await here.current.nextCopy(last.current.group).catch(() => undefined));
    if (!next) return announce(t('triage.nocopies'));
    offer({ id: next.id, draft: copied(last.current!.draft) });
    here.current.open(next.id);
  };
  return { judge, undo, nextCopy, offered, given, refused, forgive: () => setRefused(null) };
}
export type Judging = ReturnType<typeof useJudging>;
