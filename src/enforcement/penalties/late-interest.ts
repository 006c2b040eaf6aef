import { daysBetween, type Day } from '../penalty/day.js';

export interface Payment {
  amount: number;
  /** what of it was for paying late */
  interest: number;
  on: Day;
}
/** What is still unpaid, and what is still owed for paying late: in whole dong, a rest of less than one is not asked for. */
export interface Debt {
  unpaid: number;
  interest: number;
  daysLate: number;
}

/** Interest runs on what is unpaid, for each day after the last day to pay until it is paid. */
export function debtOf(
  fine: number,
  payments: readonly Payment[],
  lastDay: Day | null,
  today: Day,
  rate: { numerator: number; denominator: number },
): Debt {
  const inOrder = [...payments].sort((a, b) => a.on.localeCompare(b.on));
  const paid = inOrder.reduce((sum, p) => sum + p.amount, 0);
  const unpaid = Math.max(0, fine - paid);
  if (lastDay === null) return { unpaid, interest: 0, daysLate: 0 };
  let [open, from, parts, lastLate] = [fine, lastDay, 0n, lastDay];
  const run = (until: Day) => {
    if (until <= from || open <= 0) return;
    parts += BigInt(open) * BigInt(daysBetween(from, until));
    lastLate = until;
  };
  for (const { amount, on } of inOrder) {
    run(on);
    if (on > from) from = on;
    open -= amount;
  }
  run(today);
  const accrued = Number((parts * BigInt(rate.numerator)) / BigInt(rate.denominator));
  const interest = Math.max(0, accrued - inOrder.reduce((sum, p) => sum + p.interest, 0));
  return { unpaid, interest, daysLate: daysBetween(lastDay, lastLate) };
}
