import { IconBolt, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { onSignal } from '../api/client.js';
import { useMe } from '../api/queries.js';
import { announce } from '../parts/announce.js';
import { useText } from '../text/language.js';
import { clockTime } from '../text/time.js';
import { lineNow, listen, type Line } from './bus.js';

type Shown = { state: 'none' | 'live' | 'reconnecting' | 'offline'; since: number };
const SIGNS = { live: IconBolt, reconnecting: IconRefresh, offline: IconPlugConnectedX };
/** a cut of a moment is not worth a word */
const SAID_AFTER_MS = 2_000;

/** The line of this browser, and whether this tab reaches the office at all. */
function useConnection(): Shown {
  const line = useSyncExternalStore<Line>(listen, lineNow);
  const [lostAt, setLostAt] = useState<number | null>(navigator.onLine ? null : Date.now());
  useEffect(() => {
    const lose = () => setLostAt((at) => at ?? Date.now());
    const find = () => setLostAt(null);
    const over = new AbortController();
    addEventListener('offline', lose, over);
    addEventListener('online', find, over);
    const deaf = onSignal((signal) => (signal === 'lost' ? lose() : find()));
    return () => {
      over.abort();
      deaf();
    };
  }, []);
  if (line.state === 'live') return line;
  return lostAt === null ? line : { state: 'offline', since: lostAt };
}

/** Live, connecting again since when, or offline; said to those who hear the screen too, when it lasts. */
export function ConnectionState() {
  const { t, language } = useText();
  const zone = useMe().data?.timeZone ?? 'UTC';
  const { state, since } = useConnection();
  const said = useRef<Shown['state']>('live');
  const words = state === 'none' ? '' : t(`live.${state}`, { since: clockTime(since, language, zone) });
  useEffect(() => {
    if (!words || state === said.current) return undefined;
    const timer = setTimeout(() => {
      said.current = state;
      announce(words);
    }, SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [state, words]);
  if (state === 'none') return null;
  const Sign = SIGNS[state];
  return (
    <span className={`line-state ${state}`} title={t(`live.${state}.says`)} data-state={state}>
      <Sign size={14} stroke={1.8} aria-hidden />
      <span>{words}</span>
    </span>
  );
}
