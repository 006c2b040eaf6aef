import { useText } from '../text/language.js';
import { exact, relative } from '../text/time.js';
import { useOfficeNow, useZone } from './office-time.js';

/** A moment in the office's zone, with how long ago; where room is short, the one, and the other on pointing at it. */
export function Moment({ at, only }: { at: string; only?: 'relative' | 'exact' }) {
  const { language } = useText();
  const near = relative(at, useOfficeNow(), language);
  const whole = exact(at, language, useZone());
  return (
    <time dateTime={at} title={only === 'relative' ? whole : only === 'exact' ? near : undefined} style={{ whiteSpace: 'nowrap' }}>
      {only === 'relative' ? near : only === 'exact' ? whole : `${whole} · ${near}`}
    </time>
  );
}
