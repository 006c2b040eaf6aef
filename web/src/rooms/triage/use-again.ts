import { useState } from 'react';
import type { TriageFull } from '../../api/types.js';
import { withDecision } from './decision.js';

/** A judged post that is judged again: which match the new judgement stands on is told with it, not before. */
export function useAgain(full: TriageFull) {
  const [on, setOn] = useState(false);
  const [matchId, setMatch] = useState<string | null>(null);
  return {
    on,
    matchId,
    begin: () => setOn(true),
    end: () => setOn(false),
    decide: (id: string, to: 'confirmed' | 'rejected' | null) => setMatch(to === 'confirmed' ? id : null),
    shown: on && matchId ? withDecision(full, matchId, 'confirmed') : full,
  };
}
