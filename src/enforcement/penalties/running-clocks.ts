import { computePenalty } from '../penalty/compute.js';
import { addYears, type Day } from '../penalty/day.js';
import type { PenaltyLaw } from '../penalty/law.js';
import { asCase } from './as-case.js';
import type { ViolationRecord } from './decision.js';
import { windowsOf, type Explanation } from './procedure.js';
import { daysOff, procedureOn } from './procedure-table.js';

export const CLOCKS = ['explanation', 'decision', 'limitation'] as const;
/** A legal time that runs on a record: of the accused to explain, of the office to decide, of the law to punish. */
export type RunningClock = (typeof CLOCKS)[number];
export interface OpenRecord {
  drawnOn: Day | null;
  content: ViolationRecord;
  given: Explanation[];
}

/** The last day of each time that runs on an undecided record; of limitation only if it can end by `limitationBy`, since it takes the whole law. */
export function clocksOf(
  { drawnOn, content, given }: OpenRecord,
  today: Day,
  law: PenaltyLaw,
  limitationBy: Day,
): Partial<Record<RunningClock, Day>> {
  const rule = drawnOn ? procedureOn(drawnOn) : undefined;
  const windows = drawnOn && rule ? windowsOf(drawnOn, content.explanation, given, today, rule, daysOff) : null;
  const limitation = soonestEnd(content, law) <= limitationBy ? lastDayOf(content, today, law) : null;
  return {
    ...(windows?.explainUntil && !windows.explained ? { explanation: windows.explainUntil } : {}),
    ...(windows?.decideUntil ? { decision: windows.decideUntil } : {}),
    ...(limitation ? { limitation } : {}),
  };
}

/** No limitation of this law ends sooner than this. */
const soonestEnd = ({ act }: ViolationRecord, law: PenaltyLaw): Day =>
  addYears(act.evasionEnded ?? act.started.first, Math.min(...law.provisions.map((p) => p.limitation_years)));

/** Of the provision that the record names, else of the one that ends first. */
function lastDayOf({ subject, act, provision }: ViolationRecord, today: Day, law: PenaltyLaw): Day | null {
  const facts = { subject, act, provision, accepted: { mitigating: [], aggravating: [] }, amount: null, crime: NO_CRIME };
  const [computed] = computePenalty(asCase(facts, { day: today, signer: null, confirmations: [] }), law).acts;
  const candidates = computed.readings.flatMap((r) => [...r.candidates, ...r.lighter]);
  const chosen = candidates.filter((c) => c.provision === computed.settled?.provision);
  return (chosen.length > 0 ? chosen : candidates).map((c) => c.limitation.lastDay).sort()[0] ?? null;
}
const NO_CRIME = { signs: [], refer: null, reason: null };
