import { Inject, Injectable } from '@nestjs/common';
import { said } from '../../core/text/visible.js';
import { CONFIG, type Config } from '../../core/config.js';
import { Clock } from '../../core/clock/clock.js';
import type { Tx } from '../../core/database/db.js';
import { invalid } from '../../core/problem/invalid.js';
import { Problem } from '../../core/problem/problem.js';
import { dayOf } from '../legal-basis.js';
import { computePenalty } from '../penalty/compute.js';
import type { Day } from '../penalty/day.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import { fieldFault } from '../penalty/field-reader.js';
import { PrintSetupRepository } from '../documents/print-setup.repository.js';
import { beginsTooLate, shownBegin } from './act-begin.js';
import { asCase } from './as-case.js';
import type { ExplanationTerms, RecordedAct, Subject, ViolationRecord } from './decision.js';
import { exhibitOf, type KnownExhibit } from './exhibits.js';
import { readAnswers, type AnswersInput } from './read-answers.js';
import { procedureOn } from './procedure-table.js';
import { readInput, type ActInput } from './violation-input.js';
import { KnownExhibits } from './known-exhibits.repository.js';
import './problems.js';

export interface RecordInput {
  subject: { kind: Subject['kind']; age?: number | null };
  act: ActInput & { facts: string; startedReason?: string | null };
  place: string;
  answers?: AnswersInput;
  stopDemanded?: boolean | null;
  stopReason?: string | null;
  exhibits: string[];
  provision?: { id: string; reason: string } | null;
}
export interface About {
  caseId: string;
  caseNumber: string;
  reference: string;
  partyId: string;
  identity: string | null;
}

/** While one of these is open, no text is the one that was broken. */
const TO_CHOOSE = ['ended-or-ongoing', 'which-day', 'which-provision'];

/** Writes what a violation record says: the facts as the inspector found them, and what the law offers for them today. */
@Injectable()
export class ComposeRecord {
  constructor(
    private readonly exhibits: KnownExhibits,
    private readonly setups: PrintSetupRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async today(tx: Tx): Promise<Day> {
    return dayOf(await this.clock.now(tx), this.config.timeZone);
  }

  async run(tx: Tx, about: About, input: RecordInput): Promise<ViolationRecord> {
    const now = await this.clock.now(tx);
    const today = dayOf(now, this.config.timeZone);
    const read = readInput(input, penaltyLaw, this.config.timeZone);
    if ('faults' in read) throw invalid(...read.faults.map(fieldFault));
    const { types, where, started, discovered, status, provision, returnedByPolice, evasionEnded } = read.act;
    const ahead = Object.entries({ started, discovered }).filter(([, day]) => day && day.first > today);
    if (ahead.length > 0)
      throw invalid(...ahead.map(([name]) => ({ path: `act.${name}`, rule: 'inFuture' as const, message: 'it lies in the future' })));
    const exhibits = await this.named(tx, about.caseId, input.exhibits);
    const shown = shownBegin(exhibits, this.config.timeZone);
    if (beginsTooLate(started, shown)) throw afterEvidence(shown.sealedOn!);
    const startedReason = said(input.act.startedReason);
    const act: RecordedAct = {
      ...{ types, where, started, ...(startedReason ? { startedReason } : {}), discovered, status },
      ...{ facts: input.act.facts.trim(), returnedByPolice, evasionEnded },
    };
    const { kind, age } = read.case.subject;
    const offered = this.offered({ kind, age }, act, provision, today);
    return {
      format: 1,
      reference: about.reference,
      caseNumber: about.caseNumber,
      place: input.place.trim(),
      subject: { partyId: about.partyId, kind, age, identity: about.identity },
      act,
      answers: readAnswers(input.answers ?? {}, now),
      stopDemanded: input.stopDemanded ?? null,
      ...(input.stopDemanded === false ? { stopReason: said(input.stopReason) } : {}),
      exhibits: exhibits.map(({ exhibitId, evidenceId, sha256 }) => ({ exhibitId, evidenceId, sha256 })),
      candidates: offered.candidates,
      provision,
      applies: offered.applies,
      explanation: offered.explanation,
      printing: await this.setups.keep(tx, 'MBB01', today),
    };
  }

  /** What the law offers today for the act, and how long the accused may explain by it. */
  offered(
    subject: Pick<Subject, 'kind' | 'age'>,
    act: RecordedAct,
    provision: ViolationRecord['provision'],
    today: Day,
  ): Pick<ViolationRecord, 'candidates' | 'applies' | 'explanation'> & { questions: string[] } {
    const crime = { signs: [], refer: null, reason: null };
    const accepted = { mitigating: [], aggravating: [] };
    const given = asCase({ subject, act, provision, accepted, amount: null, crime }, { day: today, signer: null, confirmations: [] });
    const penalty = computePenalty(given, penaltyLaw);
    const readings = penalty.acts[0].readings;
    const candidates = readings.flatMap((r) =>
      [...r.candidates, ...r.lighter].map((c) => ({ id: c.provision, citation: c.citation, reading: r.reading })),
    );
    const settled = penalty.acts[0].settled?.provision;
    const chosen = readings.flatMap((r) => [...r.candidates, ...r.lighter]).find((c) => c.provision === settled);
    const questions = penalty.asks.map((a) => a.ask);
    const [named] = readings.flatMap((r) => r.candidates.filter((c) => c.offered === 'named'));
    const applies = questions.some((q) => TO_CHOOSE.includes(q)) ? null : (provision?.id ?? named?.provision ?? null);
    return { candidates, applies, explanation: chosen ? terms(chosen.explain, today) : null, questions };
  }

  private async named(tx: Tx, caseId: string, wanted: string[]): Promise<KnownExhibit[]> {
    const ofCase = await this.exhibits.of(tx, caseId);
    return [...new Set(wanted)].map((exhibitId) => exhibitOf(exhibitId, ofCase));
  }
}

const afterEvidence = (day: Day): Problem =>
  invalid({ path: 'act.started', rule: 'afterEvidence', last: day, message: `an exhibit that shows the act was sealed on ${day}` });

/** Where the law gives a right to explain, how long it lasts by the version of the day. */
function terms(right: boolean, today: Day): ExplanationTerms | null {
  const rule = procedureOn(today);
  if (!rule) return null;
  const { written, hearing } = rule.explanation;
  return { right, rule: rule.key, written: right ? written : null, hearing: right ? hearing : null };
}
