import type { Doubt } from './confidence.js';
import { doubtsOf } from './confidence.js';
import { SUBJECTS, type FineRule, type Frame, type OneCircumstance, type Provision } from './law.js';

export const OUTCOMES = ['midpoint', 'minimum', 'maximum', 'between', 'warning-only', 'not-liable'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** One step of the sum, as data: screen and document print it with the text of its key. */
export interface Step {
  step: StepKey;
  values: Record<string, number | string | string[]>;
}
export const STEPS = [
  ...['printed-frame', 'individual-frame', 'not-counted', 'counted', 'net', 'midpoint', 'minimum', 'maximum', 'between', 'policy-point'],
  ...['decided', 'minor-cap', 'warning-only', 'not-liable', 'amount'],
] as const;
export type StepKey = (typeof STEPS)[number];
/** Circumstances that an officer accepted, by their codes. */
export interface Accepted {
  mitigating: string[];
  aggravating: string[];
}
export interface Fine {
  outcome: Outcome;
  /** what the law gives, or what a person decided inside it; null where no fine may be imposed or nobody has decided yet */
  amount: number | null;
  /** with exactly one circumstance left: the ends of what a person may decide, and what the office's policy proposes */
  between: Frame | null;
  proposal: number | null;
  steps: Step[];
  doubts: Doubt[];
}
export interface Sum {
  provision: Provision;
  id: string;
  subject: (typeof SUBJECTS)[number];
  age: number | null;
  divisor: number;
  accepted: Accepted;
  rule: FineRule;
  policy: OneCircumstance | null;
  /** an amount that a person decided where the law says only "between" */
  decided: number | null;
}

/** A division that must come out even: the tables are checked for it, and nothing is ever rounded. */
export function exactly(dividend: number, divisor: number): number {
  const result = dividend / divisor;
  if (!Number.isSafeInteger(result)) throw new Error(`${dividend} / ${divisor} is no whole amount of dong`);
  return result;
}

const step = (key: StepKey, values: Step['values']): Step => ({ step: key, values });

/** The fine for one act by one provision: the frame for the kind of subject, then the circumstances, then the age. */
export function fineFor(sum: Sum): Fine {
  const { provision, rule, age, accepted } = sum;
  const frame = provision.frame[sum.subject];
  const skipped = accepted.aggravating.filter((code) => provision.elements?.includes(code));
  const aggravating = accepted.aggravating.filter((code) => !skipped.includes(code));
  const net = accepted.mitigating.length - aggravating.length;
  const before = [
    step('printed-frame', { provision: sum.id, ...provision.frame.organisation }),
    ...(sum.subject === 'individual' ? [step('individual-frame', { divisor: sum.divisor, ...frame })] : []),
    ...(skipped.length > 0 ? [step('not-counted', { aggravating: skipped })] : []),
    step('counted', { mitigating: accepted.mitigating, aggravating }),
    step('net', { mitigating: Math.max(0, net), aggravating: Math.max(0, -net) }),
  ];
  const fine = aged(age, rule, () => byCircumstances(frame, net, sum));
  const decided = decide(fine, sum.decided);
  const last = decided.amount === null ? [] : [step('amount', { amount: decided.amount })];
  const doubts = [...decided.doubts, ...(skipped.length > 0 ? doubtsOf(sum.id, provision, ['elements']) : [])];
  return { ...decided, steps: [...before, ...decided.steps, ...last], doubts };
}

/** `net` above zero: so many mitigating circumstances are left; below zero: aggravating ones. */
function byCircumstances(frame: Frame, net: number, { rule, policy }: Sum): Fine {
  const fixed = (outcome: 'midpoint' | 'minimum' | 'maximum', amount: number, doubts: Doubt[] = []): Fine => ({
    ...{ outcome, amount, between: null, proposal: null, doubts },
    steps: [step(outcome, { ...frame, amount })],
  });
  const middle = exactly(frame.min + frame.max, 2);
  if (net === 0) return fixed('midpoint', middle);
  if (Math.abs(net) >= rule.extremes) {
    const doubts = doubtsOf(rule.key, rule, ['extremes']);
    return net > 0 ? fixed('minimum', frame.min, doubts) : fixed('maximum', frame.max, doubts);
  }
  const between = net > 0 ? { min: frame.min, max: middle } : { min: middle, max: frame.max };
  const part = policy && exactly((frame.max - frame.min) * policy.part.numerator, policy.part.denominator);
  const proposal = part === null ? null : net > 0 ? frame.min + part : frame.max - part;
  const proposed = policy && proposal !== null ? [step('policy-point', { ...policy.part, amount: proposal })] : [];
  return { outcome: 'between', amount: null, between, proposal, steps: [step('between', { ...between }), ...proposed], doubts: [] };
}

/** Sixteen and seventeen: as for an adult, and no more than a part of it. Younger: no fine at all. */
function aged(age: number | null, rule: FineRule, adult: () => Fine): Fine {
  const { liable_from, fined_from, adult_from, cap } = rule.minors;
  if (age === null || age >= adult_from) return adult();
  const doubts = doubtsOf(rule.key, rule, ['minors']);
  if (age < fined_from) {
    const outcome = age < liable_from ? 'not-liable' : 'warning-only';
    return { outcome, amount: null, between: null, proposal: null, steps: [step(outcome, { age, liable_from, fined_from })], doubts };
  }
  const fine = adult();
  const part = (amount: number) => exactly(amount * cap.numerator, cap.denominator);
  const shown = fine.amount ?? fine.proposal;
  return {
    outcome: fine.outcome,
    amount: fine.amount === null ? null : part(fine.amount),
    between: fine.between && { min: part(fine.between.min), max: part(fine.between.max) },
    proposal: fine.proposal === null ? null : part(fine.proposal),
    steps: [...fine.steps, ...(shown === null ? [] : [step('minor-cap', { ...cap, adult: shown, amount: part(shown) })])],
    doubts: [...fine.doubts, ...doubts],
  };
}

/** What a person decided counts only where the law leaves it to a person, and only between its two ends. */
function decide(fine: Fine, decided: number | null): Fine {
  if (decided === null || !fine.between || decided < fine.between.min || decided > fine.between.max) return fine;
  return { ...fine, amount: decided, steps: [...fine.steps, step('decided', { amount: decided })] };
}

/** Every amount that the house may come to is a whole number of dong; where it is not, the tables are wrong. */
export function wholeDongFaults(p: Provision, part: OneCircumstance['part'], rules: readonly FineRule[]): string[] {
  const even = (n: number, by: number) => Number.isSafeInteger(n / by);
  return SUBJECTS.flatMap((kind) => {
    const { min, max } = p.frame[kind];
    const amounts = [
      min,
      max,
      (min + max) / 2,
      min + ((max - min) * part.numerator) / part.denominator,
      max - ((max - min) * part.numerator) / part.denominator,
    ];
    const caps = kind === 'individual' ? rules.map((r) => r.minors.cap) : [];
    const whole = amounts.every((a) => even(a, 1) && caps.every((c) => even(a * c.numerator, c.denominator)));
    return whole ? [] : [`with ${part.numerator}/${part.denominator} the frame ${min}-${max} gives no whole amount of dong`];
  });
}
