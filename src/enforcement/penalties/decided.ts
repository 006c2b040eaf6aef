import type { PenaltyDecision } from './decision.js';
import type { Decided } from './events.js';
import type { HeldPenalty } from './penalty.repository.js';

/** What the public part of an event says of a decision. */
export function decidedOf({ penalty, newest }: HeldPenalty, topic: string): Decided {
  const { end, provision, subject, sum } = newest.content as PenaltyDecision;
  return {
    act: penalty.act!,
    end,
    provision: provision?.id ?? null,
    subject: subject.kind,
    amount: end === 'fine' ? (sum?.amount ?? null) : null,
    topic,
  };
}
