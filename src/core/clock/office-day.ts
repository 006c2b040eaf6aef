/** The calendar day (yyyy-mm-dd) of a moment where the office is. */
export const dayOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** A calendar day as letters write it: dd/mm/yyyy. */
export const writtenDay = (day: string): string => day.split('-').reverse().join('/');

const MINUTE = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
/** A moment as letters write it, on the clock of the office: dd/mm/yyyy HH:mm. */
export const writtenMoment = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { ...MINUTE, timeZone }).format(at).replace(', ', ' ');
