import { ofThePublic, provedGone, type Look } from './removal.js';

/** What is known of a link when the house looks at it again. */
export interface Again {
  askedAt: Date;
  now: Date;
  hoursApart: number;
}

/**
 * By which way out the next look goes: one by which a look that sees the post gone would prove its removal, unless it went last and
 * did not see it gone; else the one that was not taken for longest.
 */
export function nextWay(ways: readonly string[], all: readonly Look[], { askedAt, now, hoursApart }: Again): string {
  const looks = ofThePublic(all);
  const lastBy = (way: string) => Math.max(-Infinity, ...looks.filter((l) => l.way === way).map((l) => l.at.getTime()));
  const last = looks.reduce<Look | null>((latest, l) => (latest && latest.at >= l.at ? latest : l), null);
  const inVain = (way: string) => last?.way === way && last.observation !== 'gone';
  const proves = (way: string) =>
    provedGone([...looks, { observation: 'gone', at: now, way, captureId: '' }], askedAt, { hoursApart, ways: ways.length }) !== null;
  const rested = ways.toSorted((a, b) => lastBy(a) - lastBy(b));
  return rested.find((way) => proves(way) && !inVain(way)) ?? rested[0];
}
