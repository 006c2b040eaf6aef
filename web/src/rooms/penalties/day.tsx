import { Due } from '../../parts/due.js';
import { useOfficeNow, useZone } from '../../parts/office-time.js';
import { momentOf } from '../../parts/zone-time.js';
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
/** What is left until the end of a day. */
export function DueDay({ day, short, done }: { day: string; short?: boolean; done?: boolean }) {
  return <Due short={short} done={done} at={momentOf(`${day}T23:59`, useZone())} />;
}
