import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useOfficeNow, useZone } from '../../parts/office-time.js';
import { useText } from '../../text/language.js';
import { calendarDay, dayInZone } from '../../text/time.js';
import type { DaySpan } from './types.js';

/** The office's day today. */
export function useToday(): string {
  return dayInZone(new Date(useOfficeNow()), useZone());
}
export function DayText({ day }: { day: string }) {
  const { language } = useText();
  return <time dateTime={day}>{calendarDay(day, language)}</time>;
}
/** A day, or the days between which it lies. */
export function SpanText({ span }: { span: DaySpan }) {
  return span.first === span.last ? (
    <DayText day={span.first} />
  ) : (
    <span>
      <DayText day={span.first} /> – <DayText day={span.last} />
    </span>
  );
}
const DAY_MS = 86_400_000;
const SOON_DAYS = 2;
/** A last day: how many days are left, or how long it is over. Without a clock once it does not matter any more. */
export function DueDay({ day, done }: { day: string; done?: boolean }) {
  const { t } = useText();
  const left = Math.round((Date.parse(day) - Date.parse(useToday())) / DAY_MS);
  if (done) return <DayText day={day} />;
  const over = left < 0;
  const Sign = over ? IconAlertTriangle : IconClock;
  return (
    <span>
      <span className={`icon-word ${over ? 'late' : left <= SOON_DAYS ? 'soon' : ''}`}>
        <Sign size={14} aria-hidden />
        {over ? t('penalty.daysover', { n: -left }) : left === 0 ? t('penalty.lastday') : t('penalty.daysleft', { n: left })}
      </span>{' '}
      <span className="soft nowrap">
        (<DayText day={day} />)
      </span>
    </span>
  );
}
