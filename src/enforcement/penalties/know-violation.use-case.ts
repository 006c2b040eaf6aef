import { Inject, Injectable } from '@nestjs/common';
import { canonical } from '../../core/events/canonical.js';
import type { Tx } from '../../core/database/db.js';
import { take, type FlowActor, type Held as FlowHeld } from '../../core/flow/flow.js';
import { Problem } from '../../core/problem/problem.js';
import { Cases } from '../../cases/index.js';
import { CONFIG, type Config } from '../../core/config.js';
import { beginsAsShown, shownBegin, type ShownBegin } from './act-begin.js';
import { ComposeRecordDocument } from '../documents/compose-record-document.use-case.js';
import { draftOf, NO_DRAFT, type DraftDocument } from '../documents/written.page.js';
import { ComposeRecord } from './compose-record.use-case.js';
import { named, showFalse } from './exhibits.js';
import { PenaltyRepository } from './penalty.repository.js';
import { dayOf } from '../legal-basis.js';
import { answersOf, unasked, unnoted, type AskedRole } from './record-answers.js';
import { namedAs, SameOffence, type OtherRecord } from './same-offence.use-case.js';
import { signaturesSuffice } from './signatures.js';
import { violationFlow, type ViolationState } from './violation.flow.js';
import type { HeldViolation } from './violation.repository.js';
import { RecordPeopleRepository } from './record-people.repository.js';
import { KnownExhibits } from './known-exhibits.repository.js';
import './problems.js';

/** Questions that the inspector answers before those present sign. */
const BEFORE = ['ended-or-ongoing', 'which-day'];

export interface KnownViolation extends FlowHeld {
  document: DraftDocument;
  /** what nobody asked, and whose presence is answered and not noted, or the other way round */
  answers: { unasked: string[]; unnoted: AskedRole[] };
  /** when the posts of the exhibits began */
  shown: ShownBegin;
  /** the record by which the same act of the same person is punished already */
  other: OtherRecord | null;
}

/** What is on file of a violation record now, and whether somebody may take it a step further. */
@Injectable()
export class KnowViolation {
  constructor(
    private readonly cases: Cases,
    private readonly people: RecordPeopleRepository,
    private readonly exhibits: KnownExhibits,
    private readonly penalties: PenaltyRepository,
    private readonly composing: ComposeRecord,
    private readonly documents: ComposeRecordDocument,
    private readonly same: SameOffence,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(tx: Tx, held: HeldViolation, reader: { staffId: string | null }): Promise<KnownViolation> {
    const { violation, newest } = held;
    const { content } = newest;
    const { caseId } = violation;
    const answers = answersOf(content);
    const today = await this.composing.today(tx);
    const signatures = await this.people.signatures(tx, newest.id);
    const absent = unnoted(answers, signatures);
    const times = [answers.began, answers.closed].filter((at) => at !== null);
    const offered = this.composing.offered(content.subject, content.act, content.provision, today);
    const exhibits = named(content, await this.exhibits.of(tx, caseId));
    const { stands } = await this.cases.groundOf(tx, caseId);
    const other = await this.same.find(tx, held, reader);
    const shown = shownBegin(exhibits, this.config.timeZone);
    const document = violation.state === 'draft' ? draftOf(await this.documents.run(tx, held), this.config.timeZone) : NO_DRAFT;
    const met: [string, boolean][] = [
      ['case-confirmed', (await this.cases.get(tx, caseId)).state === 'confirmed'],
      ['judged-false', showFalse(exhibits, stands)],
      ['sealed-evidence', exhibits.some((x) => x.kind === 'capture')],
      ['punished-once', other === null],
      ['time-answered', !offered.questions.some((q) => BEFORE.includes(q))],
      ['begin-as-shown', beginsAsShown(content.act, shown)],
      ['terms-current', canonical(offered.explanation) === canonical(content.explanation)],
      ['signatures', signaturesSuffice(signatures)],
      ['presences-noted', absent.length === 0],
      ['times-today', times.every((at) => dayOf(new Date(at), this.config.timeZone) === today)],
      ['document-complete', document.lacks.length === 0],
      ['no-decision', (await this.penalties.liveOf(tx, violation.id)) === null],
    ];
    return {
      needs: new Set(met.filter(([, holds]) => holds).map(([need]) => need)),
      authors: new Set(),
      document,
      answers: { unasked: unasked({ ...answers, stop: content.stopDemanded }), unnoted: absent },
      shown,
      other,
    };
  }

  /** Takes the step, or says what stands against it. The row is not saved yet. */
  async step(tx: Tx, held: HeldViolation, to: ViolationState, actor: FlowActor): Promise<void> {
    const { violation } = held;
    if (to === 'drawn') await this.same.oneByOne(tx, held);
    const known = await this.run(tx, held, actor);
    const taken = take(violationFlow, violation.state, to, actor, known);
    if (taken.ok) {
      violation.state = to;
      return;
    }
    if (taken.reason === 'no-right') throw new Problem('forbidden');
    if (taken.reason === 'no-such-step')
      throw new Problem('no-such-step', { current: { state: violation.state, version: violation.version } });
    throw new Problem('violation-lacks', { lacks: 'lacks' in taken ? taken.lacks : [], ...namedAs(known.other) });
  }
}
