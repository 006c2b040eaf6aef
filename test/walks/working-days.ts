/** Days as the walk counts them by itself: Mondays to Fridays; the weeks that it walks through hold no holiday. */
const DAY = 86_400_000;
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
export function afterWorkingDays(day: string, days: number): string {
  let last = day;
  for (let left = days; left > 0;) {
    last = daysAfter(last, 1);
    if (!rests(last)) left -= 1;
  }
  return last;
}
/** Ten days from receipt; where that is a day of rest, the next day of work. */
export function lastDayToPay(servedOn: string): string {
  let day = daysAfter(servedOn, 10);
  while (rests(day)) day = daysAfter(day, 1);
  return day;
}
const rests = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());
