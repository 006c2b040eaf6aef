import type { PenaltyDecision } from './decision.js';
import type { Decided } from './events.js';

/** What the public part of an event says of a decision. */
export const decidedOf = (d: PenaltyDecision, topic: string): Decided => ({
  end: d.end,
  provision: d.provision?.id ?? null,
  subject: d.subject.kind,
  amount: d.end === 'fine' ? (d.sum?.amount ?? null) : null,
  topic,
});
