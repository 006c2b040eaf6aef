import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import { take, type FlowActor, type Held as FlowHeld } from '../../core/flow/flow.js';
import { TitlesRepository, type StaffTitle } from '../../core/identity/titles.repository.js';
import { Problem } from '../../core/problem/problem.js';
import { Cases } from '../../cases/index.js';
import type { Day } from '../penalty/day.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import { ComposeDecisionDocument } from '../documents/compose-decision-document.use-case.js';
import { currentSetup, formOf, setupHash } from '../documents/print-setup.js';
import { draftOf, NO_DRAFT, type DraftDocument } from '../documents/written.page.js';
import { ComplaintRepository } from '../complaints/complaint.repository.js';
import { ComposeRecord } from './compose-record.use-case.js';
import type { Annulment, PenaltyDecision } from './decision.js';
import { named } from './exhibits.js';
import { ExplanationRepository } from './explanation.repository.js';
import { offered, onFile, opened } from './on-file.js';
import { flowOf, stillStands, type PenaltyState } from './penalty.flow.js';
import { PenaltyRepository, type HeldPenalty, type SignatureOn } from './penalty.repository.js';
import { windowsOf, type Windows } from './procedure.js';
import { daysOff, procedureOn } from './procedure-table.js';
import { namedAs, SameOffence, type OtherRecord } from './same-offence.use-case.js';
import { signingTitle } from './signing-title.js';
import { standingOf, type Standing } from './standing.js';
import { ViolationRepository } from './violation.repository.js';
import { KnownExhibits } from './known-exhibits.repository.js';
import './problems.js';

export interface KnownPenalty extends FlowHeld {
  day: Day;
  title: StaffTitle | null;
  /** who had a hand in the decision, or in the one that it takes back */
  hands: ReadonlySet<string>;
  standing: Standing<StaffTitle> | null;
  windows: Windows | null;
  /** the record by which the same act of the same person is punished already */
  other: OtherRecord | null;
  /** were this person to sign it */
  document: DraftDocument;
}
/** Needs that only the moment of the act can meet: proof, money, a due row. */
export type Meanwhile = 'service-proof' | 'paid-in-full' | 'overdue' | 'annulment-issued' | 'refund-owed' | 'money-received';

/** What is on file of a decision now, and whether somebody may take it a step further. */
@Injectable()
export class KnowPenalty {
  constructor(
    private readonly penalties: PenaltyRepository,
    private readonly violations: ViolationRepository,
    private readonly exhibits: KnownExhibits,
    private readonly explanations: ExplanationRepository,
    private readonly cases: Cases,
    private readonly titles: TitlesRepository,
    private readonly composing: ComposeRecord,
    private readonly documents: ComposeDecisionDocument,
    private readonly complaints: ComplaintRepository,
    private readonly same: SameOffence,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Tx, held: HeldPenalty, actor: FlowActor, meanwhile: Meanwhile[] = []): Promise<KnownPenalty> {
    const day = await this.composing.today(tx);
    const titles = actor.staffId ? await this.titles.held(tx, actor.staffId, day) : [];
    const authors = new Set([
      ...(await this.penalties.writers(tx, held.penalty.id)),
      ...(await this.violations.writers(tx, held.penalty.violationId)),
    ]);
    const at = { day, titles, authors, reader: actor };
    const { content } = held.newest;
    const known = content.kind === 'annulment' ? await this.annulment(tx, content, at) : await this.decision(tx, held, content, at);
    const reader = { staffId: actor.staffId, title: known.title };
    const document =
      held.penalty.serial === null ? draftOf(await this.documents.run(tx, held, day, reader), this.config.timeZone) : NO_DRAFT;
    if (document.lacks.length === 0) known.needs.add('document-complete');
    if (content.printing === undefined || content.printing === setupHash(currentSetup(formOf(content), day)))
      known.needs.add('printing-current');
    const { signature, returned } = held.newest;
    if (!returned) known.needs.add('new-version');
    if (signature) known.needs.add('signature');
    if (signature && (await this.entitled(tx, held, signature, day))) known.needs.add('signer-entitled');
    if (!(await this.penalties.annulmentOf(tx, held.penalty.id))) known.needs.add('no-annulment');
    for (const need of meanwhile) known.needs.add(need);
    return { ...known, day, authors, document };
  }

  private async decision(tx: Tx, { penalty }: HeldPenalty, d: PenaltyDecision, at: At): Promise<Known> {
    const found = await this.violations.find(tx, null, penalty.violationId);
    const { violation, newest: record } = found;
    const other = await this.same.find(tx, found, at.reader);
    const given = await this.explanations.all(tx, violation.id);
    const confirmations = await this.explanations.confirmations(tx, penalty.caseId, this.config.timeZone);
    const standing = standingOf(d, { day: at.day, titles: at.titles, confirmations }, penaltyLaw);
    const windows = windowsOf(d.record.drawnOn, record.content.explanation, given, at.day, procedureOn(d.record.drawnOn)!, daysOff);
    const exhibits = named(d, await this.exhibits.of(tx, penalty.caseId));
    const { stands } = await this.cases.groundOf(tx, penalty.caseId);
    const wasOffered = offered(record.content.explanation, standing.candidate);
    const met: [string, boolean][] = [
      ...onFile(d, {
        caseState: (await this.cases.get(tx, penalty.caseId)).state,
        record: { state: violation.state, sha256: record.sha256 },
        ...{ given, windows },
      }),
      ['case-stands', !(await this.cases.fell(tx, penalty.caseId))],
      ...opened(exhibits, stands, other !== null),
      ['right-confirmed', wasOffered && (await this.explanations.right(tx, violation.id)) !== null],
      ['fine', d.end === 'fine'],
    ];
    const needs = new Set([...standing.needs, ...met.filter(([, holds]) => holds).map(([need]) => need)]);
    return { needs, title: standing.title, hands: await this.penalties.hands(tx, penalty.id), standing, windows, other };
  }

  /** Whoever signs an annulment holds a title that may sign at all, and had no hand in what it takes back. */
  private async annulment(tx: Tx, { annuls }: Annulment, at: At): Promise<Known> {
    const title = signingTitle(at.titles, at.day);
    const { penalty } = await this.penalties.find(tx, null, annuls.id);
    const hands = await this.penalties.hands(tx, annuls.id);
    for (const hand of hands) at.authors.add(hand);
    const upheld = await this.complaints.upheld(tx, annuls.id);
    const needs = new Set([
      ...(stillStands(penalty.state) ? ['annulled-stands'] : []),
      ...(title ? ['competent-title'] : []),
      ...(upheld ? [] : ['no-upheld-complaint']),
    ]);
    return { needs, title, hands, standing: null, windows: null, other: null };
  }

  /** The title that it was signed by is held today, and covers it today. */
  private async entitled(
    tx: Tx,
    { penalty, newest: { content } }: HeldPenalty,
    { signedBy, titleId }: SignatureOn,
    day: Day,
  ): Promise<boolean> {
    const titles = (await this.titles.held(tx, signedBy, day)).filter((t) => t.id === titleId);
    if (content.kind === 'annulment') return signingTitle(titles, day) !== null;
    const confirmations = await this.explanations.confirmations(tx, penalty.caseId, this.config.timeZone);
    return standingOf(content, { day, titles, confirmations }, penaltyLaw).title !== null;
  }

  /** Takes the step, or says what stands against it. The row is not saved yet. */
  async step(tx: Tx, held: HeldPenalty, to: PenaltyState, actor: FlowActor, meanwhile: Meanwhile[] = []): Promise<KnownPenalty> {
    const { penalty, newest } = held;
    if (to === 'signed') await this.same.oneByOne(tx, await this.violations.find(tx, null, penalty.violationId));
    const known = await this.run(tx, held, actor, meanwhile);
    const taken = take(flowOf(newest.content), penalty.state, to, actor, known);
    if (taken.ok) {
      penalty.state = to;
      return known;
    }
    if (taken.reason === 'own-work') throw new Problem('own-signature');
    if (taken.reason === 'no-right') throw new Problem('forbidden');
    if (taken.reason === 'no-such-step') throw new Problem('no-such-step', { current: { state: penalty.state, version: penalty.version } });
    throw new Problem('penalty-lacks', { lacks: 'lacks' in taken ? taken.lacks : [], ...namedAs(known.other) });
  }
}
interface At {
  day: Day;
  titles: StaffTitle[];
  authors: Set<string>;
  /** for whom it is */
  reader: { staffId: string | null };
}
type Known = Pick<KnownPenalty, 'title' | 'hands' | 'standing' | 'windows' | 'other'> & { needs: Set<string> };
