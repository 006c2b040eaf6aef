import { useCallback, useEffect, useRef, useState } from 'react';
import { call, problemOf } from '../../api/client.js';
import { inOrder, isUnderWay } from './in-order.js';

export type Hold = { kind: 'none' | 'held' | 'ended' } | { kind: 'other'; until: string };
const RENEW_MS = 120_000;
const RETRY_MS = 15_000;
/** so long a post must be looked at before it is taken: who only passes by takes nothing */
const LOOK_MS = 400;

/** The post is with this inspector while the page is looked at; it ends politely, and nothing typed is lost. */
export function useLease(id: string, wanted: boolean): { hold: Hold; take: () => void } {
  const [hold, setHold] = useState<Hold>({ kind: 'none' });
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (!wanted) return undefined;
    let live = true;
    let timer: ReturnType<typeof setTimeout>;
    let until = 0;
    let taken = false;
    const later = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void take(), ms);
    };
    const ended = () => setHold((h) => (h.kind === 'held' && Date.now() >= until ? { kind: 'ended' } : h));
    const take = async () => {
      if (document.hidden) {
        ended();
        return later(RETRY_MS);
      }
      taken = true;
      try {
        const answer = await call<{ until: string }>('POST', `/triage/${id}/lease`);
        if (!live) return undefined;
        until = Date.parse(answer.until);
        setHold({ kind: 'held' });
        later(RENEW_MS);
      } catch (error) {
        const p = problemOf(error);
        if (!live) return undefined;
        if (p.code === 'leased') setHold({ kind: 'other', until: String(p.until ?? '') });
        else ended();
        later(RETRY_MS);
      }
      return undefined;
    };
    again.current = () => void take();
    const back = () => {
      if (!document.hidden) void take();
    };
    later(LOOK_MS);
    document.addEventListener('visibilitychange', back);
    return () => {
      live = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', back);
      const giveBack = () => call('DELETE', `/triage/${id}/lease`).catch(() => undefined);
      // after the judgement that is on its way: else the post would count as left without one
      if (taken) void (isUnderWay(id) ? inOrder(id, giveBack) : giveBack());
    };
  }, [id, wanted]);
  return { hold, take: useCallback(() => again.current(), []) };
}
