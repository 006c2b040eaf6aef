import { useEffect, useState } from 'react';
import { call, problemOf } from '../api/client.js';

export type Hold = { kind: 'held' } | { kind: 'other'; until: string; name: string } | { kind: 'ended' } | { kind: 'none' };
const RENEW_MS = 120_000;

/** The post is with this inspector while the page is looked at; it ends politely, and nothing typed is lost. */
export function useLease(id: string, wanted: boolean): Hold {
  const [hold, setHold] = useState<Hold>({ kind: 'none' });
  useEffect(() => {
    if (!wanted) return undefined;
    let live = true;
    const take = async () => {
      if (document.hidden) return setHold((h) => (h.kind === 'held' ? { kind: 'ended' } : h));
      try {
        await call('POST', `/triage/${id}/lease`);
        if (live) setHold({ kind: 'held' });
      } catch (error) {
        const p = problemOf(error);
        if (live && p.code === 'leased') setHold({ kind: 'other', until: String(p.until ?? ''), name: String(p.name ?? '…') });
      }
    };
    void take();
    const timer = setInterval(() => void take(), RENEW_MS);
    const back = () => {
      if (!document.hidden) void take();
    };
    document.addEventListener('visibilitychange', back);
    return () => {
      live = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
      void call('DELETE', `/triage/${id}/lease`).catch(() => undefined);
    };
  }, [id, wanted]);
  return hold;
}
