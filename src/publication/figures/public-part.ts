/** The public part of one event as it stands in the log: its frame, and the fields that the register may show. */
export interface PublicPart {
  type: string;
  officeAt: string;
  [field: string]: unknown;
}
export type Value = string | number | boolean;
export type When = Record<string, Value>;

export const fits = (part: PublicPart, when: When = {}): boolean => Object.entries(when).every(([field, value]) => part[field] === value);

/** The word under a field, or `none`: an older version of an event may lack it. */
export const wordOf = (part: PublicPart, field: string): string => {
  const value = part[field];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'none';
};

const MOST_KNOWN = 50_000;
/** The day of a moment in a zone, as `2026-11-25`; what was asked before is remembered to the minute. */
export function daysIn(timeZone: string): (moment: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone });
  const known = new Map<string, string>();
  return (moment) => {
    const minute = moment.slice(0, 16);
    let day = known.get(minute);
    if (!day) {
      if (known.size >= MOST_KNOWN) known.clear();
      day = format.format(new Date(moment));
      known.set(minute, day);
    }
    return day;
  };
}
