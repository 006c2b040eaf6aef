import type { Language } from './texts.js';

const VI_DAY = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const VI_TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const vi = (at: Date, form: Intl.DateTimeFormatOptions, timeZone: string) =>
  new Intl.DateTimeFormat('vi-VN', { ...form, timeZone }).format(at);
const en = (at: Date, form: Intl.DateTimeFormatOptions, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { ...form, timeZone }).format(at);

/** 27/11/2026; 27 November 2026. */
export const dayText = (at: Date, language: Language, timeZone: string): string =>
  language === 'en' ? en(at, { dateStyle: 'long' }, timeZone) : vi(at, VI_DAY, timeZone);

/** lúc 02:10 ngày 27/11/2026; 27 November 2026 at 02:10. */
export const momentText = (at: Date, language: Language, timeZone: string): string =>
  language === 'en'
    ? en(at, { dateStyle: 'long', timeStyle: 'short' }, timeZone)
    : `lúc ${vi(at, VI_TIME, timeZone)} ngày ${dayText(at, language, timeZone)}`;

/** As `momentText`, with the day of the week. */
export const momentOfWeekText = (at: Date, language: Language, timeZone: string): string =>
  language === 'en'
    ? en(at, { dateStyle: 'full', timeStyle: 'short' }, timeZone)
    : `lúc ${vi(at, VI_TIME, timeZone)} ${vi(at, { weekday: 'long' }, timeZone)}, ngày ${dayText(at, language, timeZone)}`;
