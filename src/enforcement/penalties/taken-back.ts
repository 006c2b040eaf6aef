import type { HeldPenalty } from './penalty.repository.js';

/** A fine that was issued and annulled, also when what had come in was given back: money that still comes in for it is owed back. */
export const isTakenBack = ({ penalty: { state, serial }, newest: { content } }: HeldPenalty): boolean =>
  (state === 'annulled' || state === 'refunded') && serial !== null && content.kind === 'decision' && content.end === 'fine';
