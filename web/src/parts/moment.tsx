import { useText } from '../text/language.js';
import { exact, relative } from '../text/time.js';
import { useClockShift, useZone } from './office-time.js';
import { useNow } from './use-now.js';

/**
 * A moment in the office's zone, with how long ago; where room is short, the one, and the other on pointing at it.
 * What was noted by the true clock (captures, seals, sign-ins, rights) is told by it, and says so while the demo's office clock is moved.
 */
export function Moment({ at, only, clock = 'office' }: { at: string; only?: 'relative' | 'exact'; clock?: 'office' | 'true' }) {
  const { t, language } = useText();
  const shift = useClockShift();
  const zone = useZone();
  const near = relative(at, useNow() + (clock === 'office' ? shift : 0), language, zone);
  const whole = exact(at, language, zone) + (clock === 'true' && shift !== 0 ? ` (${t('time.true')})` : '');
  return (
    <time dateTime={at} title={only === 'relative' ? whole : only === 'exact' ? near : undefined} style={{ whiteSpace: 'nowrap' }}>
      {only === 'relative' ? near : only === 'exact' ? whole : `${whole} · ${near}`}
    </time>
  );
}
