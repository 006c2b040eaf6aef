import { useEffect, useState } from 'react';
import { call, problemOf } from '../api/client.js';
import type { components } from '../api/schema.js';
import { lineNow, listen } from '../live/bus.js';

type Schemas = components['schemas'];
export type RecordKind = Schemas['OpenRecordDto']['kind'];
type Present = Schemas['Present'];
/** so long a record must be looked at before it counts as open: who only passes by has opened nothing */
const LOOK_MS = 400;
const BEAT_MS = 8_000;
const NOBODY: Present[] = [];

/** Says that this tab has the record open, as long as it has, and who else has. The beat comes with the stream: a tab in the background has no clock of its own. */
export function useOthers(kind: RecordKind, id: string): Present[] {
  const [others, setOthers] = useState(NOBODY);
  useEffect(() => {
    const tab = crypto.randomUUID();
    let open = true;
    let saying: Promise<void> | undefined;
    const say = () => {
      if (!open || saying) return;
      saying = call<Schemas['Here']>('PUT', `/presence/${tab}`, { kind, id })
        .then(
          (here) => open && setOthers(here.others),
          (error: unknown) => [401, 403, 404].includes(problemOf(error).status) && setOthers(NOBODY),
        )
        .then(() => (saying = undefined));
    };
    const first = setTimeout(say, LOOK_MS);
    const beat = setInterval(() => lineNow().state !== 'live' && say(), BEAT_MS);
    const deaf = listen((message) => {
      if (message.type === 'beat') say();
      if (message.type === 'presence' && message.records.some((r) => r.kind === kind && r.id === id)) say();
    });
    const leave = () => void call('DELETE', `/presence/${tab}`).catch(() => undefined);
    addEventListener('pagehide', leave);
    addEventListener('pageshow', say);
    return () => {
      open = false;
      clearTimeout(first);
      clearInterval(beat);
      deaf();
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', say);
      void Promise.resolve(saying).then(leave);
    };
  }, [kind, id]);
  return others;
}
