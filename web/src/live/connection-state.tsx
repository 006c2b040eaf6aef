import { IconBolt, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { readMe, useMe } from '../api/queries.js';
import { announce } from '../parts/announce.js';
import { useText } from '../text/language.js';
import { clockTime } from '../text/time.js';
import { lineNow, listen, type Line } from './bus.js';
import { lostNow, onReach, shown, watchReach, type Shown } from './reach.js';

const SIGNS = { live: IconBolt, reconnecting: IconRefresh, offline: IconPlugConnectedX };
/** a cut of a moment is not worth a word */
const SAID_AFTER_MS = 2_000;

/** a line that seems to stand is asked seldom, so whoever lost the office asks whether it is back */
const PROBE_MS = 10_000;

/** The line of this browser, and whether this tab reaches the office at all. */
function useConnection(): Shown {
  const line = useSyncExternalStore<Line>(listen, lineNow);
  const lost = useSyncExternalStore(onReach, lostNow);
  useEffect(watchReach, []);
  useEffect(() => {
    if (lost === null) return undefined;
    const probe = setInterval(() => {
      if (!document.hidden) void readMe().catch(() => undefined);
    }, PROBE_MS);
    return () => clearInterval(probe);
  }, [lost]);
  return shown(line, lost);
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
