import type { Confirmation, ConfirmedDoubt, Doubt } from './types.js';

/** Doubts by what became of them: those that are open, and those that a lawyer confirmed on the case. */
export function doubtsOf(doubts: Doubt[], confirmations: Confirmation[]): { open: Doubt[]; confirmed: ConfirmedDoubt[] } {
  const by = new Map(confirmations.map((c) => [c.about, c]));
  return {
    open: doubts.filter((d) => !by.has(d.about)),
    confirmed: doubts.flatMap((d) => {
      const confirmation = by.get(d.about);
      return confirmation ? [{ ...d, ...confirmation }] : [];
    }),
  };
}
