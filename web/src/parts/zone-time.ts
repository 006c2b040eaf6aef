/** A moment as the fields of a form show it, yyyy-mm-ddThh:mm, on the clock of the zone. */
export function fieldOf(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
  return parts.replace(' ', 'T');
}
/** The moment that somebody typed on the clock of the zone, wherever their own machine stands. */
export function momentOf(field: string, zone: string): string {
  const asUtc = Date.parse(`${field}Z`);
  const shown = Date.parse(`${fieldOf(asUtc, zone)}Z`);
  return new Date(asUtc - (shown - asUtc)).toISOString();
}
