import type { Candidate, Decision, DecisionFull, Preview, RecordFull } from './types.js';

export interface MeasureTyped {
  days: string;
  leaveOut: boolean;
  why: string;
}
/** What legal staff type of a decision; every figure follows from it. */
export interface DecisionTyped {
  end: NonNullable<DecisionFull['end']>;
  ground: string;
  provision: string;
  provisionWhy: string;
  /** by the key of the circumstance, what shows it */
  circumstances: Record<string, string>;
  amount: string;
  amountWhy: string;
  measures: Record<string, MeasureTyped>;
  answers: Record<string, string>;
  signs: string[];
  refer: '' | 'yes' | 'no';
  referWhy: string;
  payWithin: string;
}
export const EMPTY_DECISION: DecisionTyped = {
  ...{ end: 'fine', ground: '', provision: '', provisionWhy: '', circumstances: {}, amount: '', amountWhy: '' },
  ...{ measures: {}, answers: {}, signs: [], refer: '', referWhy: '', payWithin: '' },
};
export const NO_MEASURE: MeasureTyped = { days: '', leaveOut: false, why: '' };

export function typedOf(d: Decision): DecisionTyped {
  const { mitigating, aggravating } = d.circumstances;
  return {
    end: d.end,
    ground: d.ground,
    provision: d.provision?.reason ? d.provision.id : '',
    provisionWhy: d.provision?.reason ?? '',
    circumstances: Object.fromEntries([
      ...mitigating.map((c) => [`mitigating:${c.code}`, c.ground]),
      ...aggravating.map((c) => [`aggravating:${c.code}`, c.ground]),
    ]) as Record<string, string>,
    amount: d.decided ? String(d.decided.value) : '',
    amountWhy: d.decided?.reason ?? '',
    measures: Object.fromEntries(
      [...d.additional, ...d.remedies].map((m) => [
        m.key,
        { days: m.days === null ? '' : String(m.days), leaveOut: m.leftOut !== null, why: m.leftOut ?? '' },
      ]),
    ),
    answers: Object.fromEntries(d.explanation.answers.map((a) => [a.explanationId, a.answer])),
    signs: d.crime.signs,
    refer: d.crime.refer === null ? '' : d.crime.refer ? 'yes' : 'no',
    referWhy: d.crime.reason ?? '',
    payWithin: d.payWithin === null ? '' : String(d.payWithin),
  };
}

const numberOf = (digits: string): number | null => (digits ? Number(digits) : null);

/** The recorded facts with what is typed of the decision, as the law reads them. */
export function factsOf({ content }: RecordFull, d: DecisionTyped): object {
  const { subject, act, provision } = content;
  return {
    subject: { kind: subject.kind, age: subject.age },
    act: {
      types: act.types,
      where: act.where,
      started: act.started.first,
      discovered: act.discovered?.last ?? null,
      returnedByPolice: act.returnedByPolice,
      evasionEnded: act.evasionEnded,
      status: act.status && { answer: act.status.answer, ended: act.status.ended?.last ?? null },
    },
    provision: d.provision || provision?.id || null,
    circumstances: Object.keys(d.circumstances),
    amount: numberOf(d.amount),
    signs: d.signs,
    refer: d.refer === '' ? null : d.refer === 'yes',
  };
}

/** The provision that stands once every question is answered. */
export function settledOf(preview: Preview | undefined): Candidate | null {
  const act = preview?.acts[0];
  return act?.readings.flatMap((r) => [...r.candidates, ...r.lighter]).find((c) => c.provision === act.settled?.provision) ?? null;
}
/** What this end orders beside the fine: sanctions go with a penalty only. */
export const measuresOf = (end: DecisionTyped['end'], c: Candidate | null): { key: string; kind: 'sanction' | 'remedy' }[] =>
  !c || end === 'referral' || end === 'none'
    ? []
    : [
        ...(end === 'remedies' ? [] : c.additional.map((key) => ({ key, kind: 'sanction' as const }))),
        ...c.remedies.map((key) => ({ key, kind: 'remedy' as const })),
      ];

export function bodyOf(d: DecisionTyped, settled: Candidate | null) {
  const referred = d.refer !== '';
  return {
    end: d.end,
    ground: d.ground.trim(),
    provision: d.provision ? { id: d.provision, reason: d.provisionWhy.trim() } : null,
    circumstances: Object.entries(d.circumstances).map(([code, ground]) => ({ code, ground: ground.trim() })),
    amount: d.amount && settled?.fine.between ? { value: Number(d.amount), reason: d.amountWhy.trim() } : null,
    measures: measuresOf(d.end, settled).map(({ key }) => {
      const { days, leaveOut, why } = d.measures[key] ?? NO_MEASURE;
      return leaveOut ? { key, leftOut: why.trim() } : { key, days: numberOf(days) };
    }),
    answers: Object.entries(d.answers).flatMap(([explanationId, answer]) =>
      answer.trim() ? [{ explanationId, answer: answer.trim() }] : [],
    ),
    crime: { signs: d.signs, refer: referred ? d.refer === 'yes' : null, reason: referred ? d.referWhy.trim() : null },
    payWithin: d.end === 'fine' ? numberOf(d.payWithin) : null,
  };
}
