import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import { glossary } from '../../core/glossary/glossary.js';
import { TitlesRepository } from '../../core/identity/titles.repository.js';
import { dayOf } from '../legal-basis.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import type { ViolationRecord } from '../penalties/decision.js';
import { PeopleOfRecord } from '../penalties/people-of-record.use-case.js';
import type { HeldViolation } from '../penalties/violation.repository.js';
import type { Composed } from './composed.js';
import { DocumentRepository } from './document.repository.js';
import { issuingOffice as office } from './issuing-office-table.js';
import { PrintSetupRepository } from './print-setup.repository.js';
import { recordFields, type RecordFacts } from './record-fields.js';
import { wording } from './wording-table.js';

/** Writes the fields of a violation record as it is printed: its content, and whom the personal rows name. */
@Injectable()
export class ComposeRecordDocument {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly people: PeopleOfRecord,
    private readonly titles: TitlesRepository,
    private readonly setups: PrintSetupRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `drawnAt` is when it was drawn up; without it, as it would be now. */
  async run(tx: Tx, held: HeldViolation, drawnAt?: Date): Promise<Composed<'MBB01'>> {
    const { content, id } = held.newest;
    const at = drawnAt ?? (await this.clock.now(tx));
    const { accused, details, present } = await this.people.run(tx, held);
    const facts: RecordFacts = {
      accused: { kind: content.subject.kind, name: accused, details: details ?? {} },
      present: present.map(({ details: said, ...p }) => ({ ...said, ...p })),
      exhibits: await this.documents.exhibits(
        tx,
        content.exhibits.map((x) => x.exhibitId),
      ),
      recorder: await this.recorder(tx, id, at),
      at,
      act: content.act.types.map((type) => penaltyLaw.actTypes[type].vi).join('; '),
      provision: provisionOf(content),
      place: glossary.place[content.act.where].vi,
    };
    const by = await this.setups.get(tx, content.printing);
    return { form: 'MBB01', model: recordFields(content, facts, by ?? { office, wording }), by };
  }

  /** Whoever wrote it, by the dated title of the day; without one, by what the office calls them. */
  private async recorder(tx: Tx, contentId: string, at: Date): Promise<RecordFacts['recorder']> {
    const staffId = await this.documents.writer(tx, contentId);
    const { name, title } = await this.documents.staff(tx, staffId);
    const [held] = await this.titles.held(tx, staffId, dayOf(at, this.config.timeZone));
    return held ? { name, title: glossary.title[held.title].vi, agency: held.body } : { name, title, agency: office.agency };
  }
}

/** The text that stands; none where somebody has still to choose. */
function provisionOf({ candidates, provision, applies = provision?.id }: ViolationRecord): string {
  return candidates.find((c) => c.id === applies)?.citation.vi ?? '';
}
