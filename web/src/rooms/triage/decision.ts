import type { Match, TriageFull } from '../../api/types.js';

/** The post as the server will show it once this decision is on file. */
export function withDecision(full: TriageFull, matchId: string, decision: Match['decision']): TriageFull {
  const matches = full.matches.map((m) => (m.id === matchId ? { ...m, decision } : m));
  const confirmed = matches.some((m) => m.decision === 'confirmed' && m.inForce !== false);
  const next = full.next.map((a) => {
    if (a.to !== 'false-statement-of-fact') return a;
    const others = a.lacks.filter((l) => l !== 'confirmed-match');
    const lacks = confirmed ? others : ['confirmed-match', ...others];
    return { ...a, lacks, possible: lacks.every((l) => l === 'reason') };
  });
  return { ...full, matches, next };
}
