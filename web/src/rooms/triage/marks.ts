import type { Match } from '../../api/types.js';

export interface Piece {
  text: string;
  kind: 'plain' | 'match' | 'cue';
  start: number;
}

/** The text cut where something matched or gave the stance away; what matched goes before what only hints. */
export function pieces(text: string, match: Pick<Match, 'spans' | 'reasons'> | undefined): Piece[] {
  const found = [
    ...(match?.spans ?? []).map(({ start, end }) => ({ start, end, kind: 'match' as const })),
    ...(match?.reasons ?? []).flatMap((r) => (r.code === 'cue' ? [{ start: r.start, end: r.end, kind: 'cue' as const }] : [])),
  ].sort((a, b) => a.start - b.start || (a.kind === 'match' ? -1 : 1));
  const cut: Piece[] = [];
  let at = 0;
  const add = (end: number, kind: Piece['kind']) => {
    if (end > at) cut.push({ text: text.slice(at, end), kind, start: at });
    at = Math.max(at, end);
  };
  for (const { start, end, kind } of found) {
    if (end <= at) continue;
    add(start, 'plain');
    add(end, kind);
  }
  add(text.length, 'plain');
  return cut;
}
