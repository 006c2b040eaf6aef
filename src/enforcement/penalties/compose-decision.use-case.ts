import { Inject, Injectable } from '@nestjs/common';
import { said } from '../../core/text/visible.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import { glossary } from '../../core/glossary/glossary.js';
import { invalid } from '../../core/problem/invalid.js';
import { Problem } from '../../core/problem/problem.js';
import { computePenalty } from '../penalty/compute.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import type { Candidate } from '../penalty/candidate.js';
import { fieldFault } from '../penalty/field-reader.js';
import { PrintSetupRepository } from '../documents/print-setup.repository.js';
import { formOf } from '../documents/print-setup.js';
import { asCase } from './as-case.js';
import { ComposeRecord } from './compose-record.use-case.js';
import type { Circumstance, Measure, PenaltyDecision, PenaltyEnd } from './decision.js';
import { ExplanationRepository } from './explanation.repository.js';
import { procedureOn } from './procedure-table.js';
import { readInput } from './violation-input.js';
import type { HeldViolation } from './violation.repository.js';
import './problems.js';

export interface MeasureInput {
  key: string;
  days?: number | null;
  leftOut?: string | null;
}
/** What legal staff decide and write; every figure is computed from it. */
export interface DecisionInput {
  end: PenaltyEnd;
  ground: string;
  provision?: { id: string; reason: string } | null;
  circumstances?: { code: string; ground: string }[];
  /** where the law says only "between" */
  amount?: { value: number; reason: string } | null;
  measures?: MeasureInput[];
  answers?: { explanationId: string; answer: string }[];
  crime?: { signs: string[]; refer?: boolean | null; reason?: string | null };
  payWithin?: number | null;
}

/** Writes what a decision says: the record, what legal staff decided on it, and each figure as the law computes it. */
@Injectable()
export class ComposeDecision {
  constructor(
    private readonly explanations: ExplanationRepository,
    private readonly composing: ComposeRecord,
    private readonly setups: PrintSetupRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Tx, { violation, newest }: HeldViolation, input: DecisionInput): Promise<PenaltyDecision> {
    const record = newest.content;
    const day = await this.composing.today(tx);
    const read = this.read(record, input);
    const confirmations = await this.explanations.confirmations(tx, violation.caseId, this.config.timeZone);
    const facts = { subject: record.subject, act: record.act, ...read };
    const penalty = computePenalty(asCase(facts, { day, signer: null, confirmations }), penaltyLaw);
    const settled = penalty.acts[0]?.settled?.provision;
    const applied = input.end === 'referral' || input.end === 'none' ? undefined : settled;
    const chosen = penalty.acts
      .flatMap((a) => a.readings)
      .flatMap((r) => [...r.candidates, ...r.lighter])
      .find((c) => c.provision === applied);
    const punishes = input.end === 'fine' || input.end === 'warning';
    refuseOtherMeasures(input.measures ?? [], chosen);
    return {
      format: 1,
      kind: 'decision',
      end: input.end,
      caseNumber: record.caseNumber,
      record: { id: violation.id, reference: record.reference, sha256: newest.sha256, drawnOn: violation.drawnOn! },
      subject: record.subject,
      act: record.act,
      provision: chosen
        ? { id: chosen.provision, citation: chosen.citation, act: chosen.act, reason: read.provision?.reason ?? null }
        : null,
      frame: chosen ? { printed: chosen.frames.organisation, subject: chosen.frame, halving: chosen.halving } : null,
      rule: penalty.rule,
      circumstances: circumstances(input.circumstances ?? []),
      sum: chosen && punishes ? sumOf(chosen) : null,
      decided: punishes ? read.amount : null,
      additional: chosen && punishes ? chosen.additional.map((key) => measure('sanction', key, input.measures ?? [])) : [],
      remedies: chosen ? chosen.remedies.map((key) => measure('remedy', key, input.measures ?? [])) : [],
      explanation: { right: record.explanation?.right ?? false, answers: await this.answers(tx, violation.id, input.answers ?? []) },
      crime: read.crime,
      ground: input.ground.trim(),
      exhibits: record.exhibits,
      payWithin: input.end === 'fine' ? this.payWithin(day, input.payWithin ?? null) : null,
      printing: await this.setups.keep(tx, formOf({ kind: 'decision', end: input.end }), day),
    };
  }

  /** What legal staff answered, read as the law of penalties reads every case. */
  private read(record: HeldViolation['newest']['content'], input: DecisionInput) {
    const { started, discovered, status, types, where, returnedByPolice, evasionEnded } = record.act;
    const provision = input.provision ?? record.provision;
    const read = readInput(
      {
        subject: { kind: record.subject.kind, age: record.subject.age },
        act: {
          types,
          where,
          started: started.first,
          discovered: discovered?.last,
          returnedByPolice,
          evasionEnded,
          status: status && { ...status, ended: status.ended?.last },
        },
        provision,
        circumstances: (input.circumstances ?? []).map((c) => c.code),
        amount: input.amount,
        crime: input.crime,
      },
      penaltyLaw,
      this.config.timeZone,
    );
    if ('faults' in read) throw invalid(...read.faults.map(fieldFault));
    return { provision: read.act.provision, accepted: read.act.accepted, amount: read.act.amount, crime: read.case.crime };
  }

  private async answers(tx: Tx, violationId: string, answers: { explanationId: string; answer: string }[]) {
    const known = new Set((await this.explanations.all(tx, violationId)).map((e) => e.id));
    const unknown = answers.find((a) => !known.has(a.explanationId));
    if (unknown) throw new Problem('missing', { detail: 'There is no such explanation', explanationId: unknown.explanationId });
    return answers.map(({ explanationId, answer }) => ({ explanationId, answer: answer.trim() }));
  }

  /** Longer than the law gives may be written, shorter not. */
  private payWithin(day: string, wanted: number | null): number {
    const least = procedureOn(day)?.payment.count ?? 0;
    if (wanted !== null && wanted < least)
      throw invalid({ path: 'payWithin', rule: 'lawGivesMore', min: least, message: `the law gives at least ${least} days` });
    return wanted ?? least;
  }
}

const sumOf = ({ fine }: Candidate): NonNullable<PenaltyDecision['sum']> => {
  const { outcome, steps, amount, between } = fine;
  return { outcome, steps, amount, between };
};
function refuseOtherMeasures(given: MeasureInput[], chosen: Candidate | undefined): void {
  const known = [...(chosen?.additional ?? []), ...(chosen?.remedies ?? [])];
  const errors = given.flatMap((m, i) =>
    known.includes(m.key) ? [] : [{ path: `measures.${i}.key`, rule: 'isIn' as const, message: `the provision orders no ${m.key}` }],
  );
  if (errors.length > 0) throw invalid(...errors);
}
function circumstances(given: { code: string; ground: string }[]): PenaltyDecision['circumstances'] {
  const of = (kind: 'mitigating' | 'aggravating'): Circumstance[] =>
    given.flatMap(({ code, ground }) => {
      const [prefix, short] = code.normalize('NFC').split(':');
      return prefix === kind ? [{ code: short, text: penaltyLaw.circumstances[kind][short], ground: ground.trim() }] : [];
    });
  return { mitigating: of('mitigating'), aggravating: of('aggravating') };
}
function measure(kind: 'remedy' | 'sanction', key: string, given: MeasureInput[]): Measure {
  const found = given.find((m) => m.key === key);
  const leftOut = said(found?.leftOut);
  return { key, label: glossary[kind][key], days: leftOut ? null : (found?.days ?? null), leftOut };
}
