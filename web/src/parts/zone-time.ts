/** A moment as the fields of a form show it, yyyy-mm-ddThh:mm, on the clock of the zone. */
export function fieldOf(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
  return parts.replace(' ', 'T');
}
/** A moment as spreadsheets and programs read it: the clock of the zone, and how far that is from UTC. */
export function stampOf(at: string, zone: string): string {
  const moment = Math.floor(Date.parse(at) / 1_000) * 1_000;
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    .format(moment)
    .replace(' ', 'T');
  const ahead = (Date.parse(`${shown}Z`) - moment) / 60_000;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${shown}${ahead < 0 ? '-' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
}
/** The moment that somebody typed on the clock of the zone, wherever their own machine stands. */
export function momentOf(field: string, zone: string): string {
  const asUtc = Date.parse(`${field}Z`);
  const shown = Date.parse(`${fieldOf(asUtc, zone)}Z`);
  return new Date(asUtc - (shown - asUtc)).toISOString();
}
