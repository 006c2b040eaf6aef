import type { Text } from '../table-faults.js';
import { actResult, type ActResult, type Ask, type Block } from './act-result.js';
import { onDay, type Candidate } from './candidate.js';
import { signable, type Doubt } from './confidence.js';
import type { Day } from './day.js';
import type { PenaltyLaw } from './law.js';
import type { PenaltyCase } from './penalty-case.js';

export const ROUTES = ['administrative', 'criminal-referral', 'no-provision'] as const;
export interface Penalty {
  route: (typeof ROUTES)[number];
  subject: PenaltyCase['subject'];
  decidedOn: Day | null;
  /** the version of the law of fines */
  rule: { key: string; name: Text; cites: Text };
  acts: ActResult[];
  /** each settled amount, and their sum; null while an act is open or where no fine is possible */
  amounts: (number | null)[];
  total: number | null;
  asks: Ask[];
  blocks: Block[];
  warnings: Doubt[];
  /** nothing is open and nothing stands against it: the day and the signer are told, every question is answered */
  signable: boolean;
}

/** From facts and people's answers to frame, fine, questions and reasons against signing. It proposes; it never decides. */
export function computePenalty(given: PenaltyCase, law: PenaltyLaw): Penalty {
  const { crime, subject, decidedOn } = given;
  const rule = onDay(law.rules.versions, decidedOn) ?? law.rules.versions[0];
  const referred = crime.refer ?? crime.signs.length > 0;
  const acts = referred ? [] : given.acts.map((act, i) => actResult(act, i + 1, { given, law, rule }));
  const amounts = acts.map((a) => a.settled?.amount ?? null);
  const sure = signable(acts.flatMap(doubtsOfSettled), given.confirmations);
  const refer: Ask[] = referred && crime.refer === null ? [{ ask: 'refer-to-police', of: 'legal', act: null }] : [];
  const asks = [...refer, ...acts.flatMap((a) => a.asks)];
  const blocks: Block[] = [
    ...acts.flatMap((a) => a.blocks),
    ...sure.blocks.map((d) => ({ block: 'to-be-confirmed' as const, act: null, about: d.about })),
  ];
  const offered = acts.some((a) => a.readings.some((r) => r.candidates.length > 0));
  const route = referred ? 'criminal-referral' : offered ? 'administrative' : 'no-provision';
  return {
    ...{ route, subject, decidedOn, acts, amounts, asks, blocks },
    rule: { key: rule.key, name: rule.name, cites: rule.cites.fine },
    total: sumOf(amounts),
    warnings: sure.warns,
    signable: route === 'administrative' && decidedOn !== null && given.signer !== null && asks.length + blocks.length === 0,
  };
}

const sumOf = (amounts: (number | null)[]): number | null =>
  amounts.length === 0 || amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + amount!, 0);

const doubtsOfSettled = ({ readings, settled }: ActResult): Doubt[] => chosen(readings, settled?.provision)?.doubts ?? [];
const chosen = (readings: ActResult['readings'], provision: string | undefined): Candidate | undefined =>
  readings.flatMap((r) => [...r.candidates, ...r.lighter]).find((c) => c.provision === provision);
