import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useText } from '../text/language.js';
import type { Language } from '../text/texts.js';
import { exact } from '../text/time.js';
import { useOfficeNow, useZone } from './office-time.js';

const UNITS: ['day' | 'hour' | 'minute', number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
/** “2 ngày 3 giờ”: the two largest units. */
export function span(ms: number, language: Language): string {
  let rest = Math.max(60, Math.floor(Math.abs(ms) / 1_000));
  const said: string[] = [];
  for (const [unit, size] of UNITS) {
    const n = Math.floor(rest / size);
    if (n > 0) said.push(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(n));
    rest -= n * size;
    if (said.length === 2) break;
  }
  return said.join(' ');
}

const SOON_MS = 24 * 3_600_000;
/** A clock that runs out: what is left and when, or by how much it is over; `since` draws how much of the time is used. */
export function Due({ at, since, done, short }: { at: string; since?: string; done?: boolean; short?: boolean }) {
  const { t, language } = useText();
  const zone = useZone();
  const now = useOfficeNow();
  const left = Date.parse(at) - now;
  const when = exact(at, language, zone);
  if (done) return <span className="soft">{t('desk.wasdue', { when })}</span>;
  const used = since ? Math.min(1, Math.max(0, (now - Date.parse(since)) / Math.max(1, Date.parse(at) - Date.parse(since)))) : null;
  return (
    <span>
      <span className={`icon-word ${left < 0 ? 'late' : left < SOON_MS ? 'soon' : ''}`}>
        {left < 0 ? <IconAlertTriangle size={14} aria-hidden /> : <IconClock size={14} aria-hidden />}
        {t(left < 0 ? 'desk.over' : 'desk.left', { span: span(left, language) })}
      </span>{' '}
      {short && <br />}
      <span className="soft small">
        <time dateTime={at}>{short ? t('desk.due', { when }) : `(${t('desk.due', { when })})`}</time>
      </span>
      {used !== null && (
        <div className={`bar ${left < 0 ? 'over' : ''}`} aria-hidden>
          <span style={{ width: `${Math.round(used * 100)}%` }} />
        </div>
      )}
    </span>
  );
}
