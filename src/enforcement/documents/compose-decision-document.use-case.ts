import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { glossary } from '../../core/glossary/glossary.js';
import { TitlesRepository, type StaffTitle } from '../../core/identity/titles.repository.js';
import { authorityOn } from '../penalty/competence.js';
import type { Day } from '../penalty/day.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import type { Annulment, PenaltyDecision } from '../penalties/decision.js';
import { MoneyRepository } from '../penalties/money.repository.js';
import { PeopleOfRecord } from '../penalties/people-of-record.use-case.js';
import { PenaltyRepository, type HeldPenalty } from '../penalties/penalty.repository.js';
import { lettersOf } from '../penalties/procedure.js';
import { procedureOn } from '../penalties/procedure-table.js';
import { ViolationRepository } from '../penalties/violation.repository.js';
import { annulmentFields } from './annulment-fields.js';
import type { Composed } from './composed.js';
import { penaltyFields, remedyFields } from './decision-fields.js';
import { DocumentRepository } from './document.repository.js';
import { issuingOffice as office } from './issuing-office-table.js';
import type { Accused, House } from './known-facts.js';
import { formOf, type PrintSetup } from './print-setup.js';
import { PrintSetupRepository } from './print-setup.repository.js';
import type { Signer } from './signing-fields.js';
import { wording } from './wording-table.js';

/** Who would sign a draft: its reader, by the title that covers it. */
export interface Reader {
  staffId: string | null;
  title: StaffTitle | null;
}
const tables: House = { office, wording };

/** Writes the fields of a decision, or of the annulment of one, as it is printed. */
@Injectable()
export class ComposeDecisionDocument {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly penalties: PenaltyRepository,
    private readonly violations: ViolationRepository,
    private readonly people: PeopleOfRecord,
    private readonly money: MoneyRepository,
    private readonly titles: TitlesRepository,
    private readonly setups: PrintSetupRepository,
  ) {}

  /** Null where the office has no form for such a decision. */
  async run(tx: Tx, held: HeldPenalty, today: Day, reader: Reader | null = null): Promise<Composed | null> {
    const { content } = held.newest;
    const day = held.penalty.issuedOn ?? today;
    const by = await this.setups.get(tx, content.printing);
    const at = { day, reader, by, house: by ?? tables };
    return content.kind === 'annulment' ? this.annulment(tx, held, content, at) : this.decision(tx, held, content, at);
  }

  private async decision(tx: Tx, held: HeldPenalty, d: PenaltyDecision, at: At): Promise<Composed | null> {
    const { by, house } = at;
    if (formOf(d) === null) return null;
    const ids = d.exhibits.map((x) => x.exhibitId);
    const facts = {
      ...(await this.shared(tx, held, at)),
      exhibits: await this.documents.exhibits(tx, ids),
      decree: decreeOf(d),
    };
    return d.end === 'remedies'
      ? { form: 'MQĐ15', model: remedyFields(d, facts, house), by }
      : { form: 'MQĐ02', model: penaltyFields(d, facts, house), by };
  }

  /** What was signed and never issued is taken back without a paper, and so is what was no penalty. */
  private async annulment(tx: Tx, held: HeldPenalty, a: Annulment, at: At): Promise<Composed | null> {
    const { penalty, newest } = await this.penalties.find(tx, null, a.annuls.id);
    const { content, signature } = newest;
    if (content.kind === 'annulment' || !signature || !penalty.number || (content.end !== 'fine' && content.end !== 'warning')) return null;
    const { title } = await this.titles.get(tx, signature.titleId);
    const annulled = { number: penalty.number, issuedOn: penalty.issuedOn!, issuer: labelOf(title, signature.signedOn) };
    const facts = { ...(await this.shared(tx, held, at)), annulled, owed: await this.money.owedBack(tx, penalty.id) };
    return { form: 'MQĐ40', model: annulmentFields(a, facts, at.house), by: at.by };
  }

  private async shared(tx: Tx, held: HeldPenalty, { day, reader }: At) {
    const { penalty, newest } = held;
    const end = newest.content.kind === 'decision' ? newest.content.end : null;
    return {
      accused: await this.accused(tx, penalty.violationId),
      signer: await this.signer(tx, held, day, reader),
      number: penalty.number,
      letters: lettersOf(penalty.kind, end, procedureOn(day)!),
      day,
    };
  }

  private async accused(tx: Tx, violationId: string): Promise<Accused> {
    const record = await this.violations.find(tx, null, violationId);
    const { accused, details } = await this.people.run(tx, record);
    return { kind: record.newest.content.subject.kind, name: accused, details: details ?? {} };
  }

  private async signer(tx: Tx, { newest, penalty }: HeldPenalty, day: Day, reader: Reader | null): Promise<Signer | null> {
    const signature = penalty.state === 'draft' ? null : newest.signature;
    const staffId = signature?.signedBy ?? reader?.staffId;
    const title = signature ? await this.titles.get(tx, signature.titleId) : reader?.title;
    if (!staffId || !title) return null;
    const { name } = await this.documents.staff(tx, staffId);
    const { delegation, delegatedOn } = title;
    return { name, label: labelOf(title.title, signature?.signedOn ?? day), delegation, delegatedOn };
  }
}

interface At {
  day: Day;
  reader: Reader | null;
  by: PrintSetup | null;
  house: House;
}

/** A title as the table of authorities of the day calls it. */
const labelOf = (title: string, day: Day): string =>
  (authorityOn(penaltyLaw.authorities, day)?.titles.find((t) => t.key === title)?.label ?? glossary.title[title]).vi;
const decreeOf = ({ provision }: PenaltyDecision): string => {
  const decree = penaltyLaw.provisions.find((p) => provision?.id.startsWith(`${p.decree}:`))?.decree;
  return decree ? penaltyLaw.decrees[decree].name.vi : '';
};
