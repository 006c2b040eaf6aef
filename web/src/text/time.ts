import type { Language } from './texts.js';

const LOCALE = { vi: 'vi-VN', en: 'en-GB' } as const;
const cache = new Map<string, Intl.DateTimeFormat>();
function format(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + zone + JSON.stringify(options);
  let made = cache.get(key);
  if (!made) cache.set(key, (made = new Intl.DateTimeFormat(LOCALE[language], { timeZone: zone, hourCycle: 'h23', ...options })));
  return made;
}

/** “Th 4 25/11/2026 14:00”, in the office's zone. */
export function exact(iso: string, language: Language, zone: string): string {
  const at = new Date(iso);
  const day = format(language, zone, { weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' }).format(at).replace(', ', ' ');
  return `${day} ${format(language, zone, { hour: '2-digit', minute: '2-digit' }).format(at)}`;
}
/** “14:03” */
export const clockTime = (at: number, language: Language, zone: string): string =>
  format(language, zone, { hour: '2-digit', minute: '2-digit' }).format(at);
/** “25/11/2026”; what is no day, as an address may hold, stays as it is. */
export function calendarDay(iso: string, language: Language): string {
  const day = new Date(iso.slice(0, 10));
  if (Number.isNaN(day.getTime())) return iso;
  return format(language, 'UTC', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(day);
}
/** The office's calendar day, yyyy-mm-dd. */
export const dayInZone = (at: Date, zone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

type Said = [Intl.RelativeTimeFormatUnit, number];
const inHours = (seconds: number): Said => (Math.abs(seconds) >= 3_600 ? ['hour', seconds / 3_600] : ['minute', seconds / 60]);
function inDays(days: number): Said {
  if (Math.abs(days) <= 30) return ['day', days];
  return Math.abs(days) <= 365 ? ['month', days / 30.44] : ['year', days / 365.25];
}
const DAY = 86_400;
/** From one calendar day of the office to the other: at 01:00 it was yesterday two hours ago. */
const daysBetween = (from: number, to: number, zone: string): number =>
  (Date.parse(dayInZone(new Date(to), zone)) - Date.parse(dayInZone(new Date(from), zone))) / 1_000 / DAY;

/** “2 giờ trước”, “sau 3 ngày”, “hôm qua”: hours within a day, else calendar days; it stands within a sentence as often as alone. */
export function relative(iso: string, now: number, language: Language, zone: string): string {
  const at = new Date(iso).getTime();
  const seconds = (at - now) / 1_000;
  const [unit, n] = Math.abs(seconds) >= DAY ? inDays(daysBetween(now, at, zone)) : inHours(seconds);
  const said = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' }).format(Math.trunc(n), unit);
  return said[0]!.toLocaleLowerCase(LOCALE[language]) + said.slice(1);
}
export const integer = (n: number, language: Language): string => new Intl.NumberFormat(LOCALE[language]).format(n);
export function bytes(n: number, language: Language): string {
  const [size, unit] = n >= 1_048_576 ? [n / 1_048_576, 'MB'] : n >= 1_024 ? [n / 1_024, 'kB'] : [n, 'B'];
  return `${new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 }).format(size)} ${unit}`;
}
