import type { StaffTitle } from '../../core/identity/titles.repository.js';
import type { Day } from '../penalty/day.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import type { Annulment, PenaltyDecision } from '../penalties/decision.js';
import type { IdentityDetails } from '../penalties/identity.js';
import type { HeldPenalty } from '../penalties/penalty.repository.js';
import { lettersOf } from '../penalties/procedure.js';
import { procedureOn } from '../penalties/procedure-table.js';
import type { HeldViolation } from '../penalties/violation.repository.js';
import { annulmentFields } from './annulment-fields.js';
import type { Composed } from './composed.js';
import { penaltyFields, remedyFields } from './decision-fields.js';
import { issuingOffice as office } from './issuing-office-table.js';
import type { Accused, Exhibited, House } from './known-facts.js';
import type { PrintSetup } from './print-setup.js';
import type { Signer } from './signing-fields.js';
import { wording } from './wording-table.js';

/** Who would sign a draft: its reader, by the title that covers it. */
export interface Reader {
  staffId: string | null;
  title: StaffTitle | null;
}
export interface Asked {
  held: HeldPenalty;
  reader: Reader | null;
}
/** What documents are written from beside the contents, each by its id. */
export interface DecisionFacts {
  today: Day;
  setups: ReadonlyMap<string, PrintSetup>;
  records: ReadonlyMap<string, HeldViolation>;
  names: ReadonlyMap<string, string>;
  papers: ReadonlyMap<string, IdentityDetails>;
  exhibits: ReadonlyMap<string, Exhibited>;
  annulled: ReadonlyMap<string, HeldPenalty>;
  owed: ReadonlyMap<string, number>;
  titles: ReadonlyMap<string, StaffTitle>;
  staff: ReadonlyMap<string, string>;
  /** how a title is called on a day */
  labelOf: (title: string, day: Day) => string;
}
const tables: House = { office, wording };

/** The fields of a decision, or of the annulment of one, as it is printed; null where the office has no form for it. */
export function decisionDocument(asked: Asked, facts: DecisionFacts): Composed | null {
  const { content } = asked.held.newest;
  return content.kind === 'annulment' ? annulment(asked, content, facts) : decision(asked, content, facts);
}

function decision(asked: Asked, d: PenaltyDecision, facts: DecisionFacts): Composed {
  const { by, house } = printedBy(d.printing, facts);
  const exhibits = d.exhibits.flatMap((x) => facts.exhibits.get(x.exhibitId) ?? []);
  const known = { ...shared(asked, facts), exhibits, decree: decreeOf(d) };
  return d.end === 'remedies'
    ? { form: 'MQĐ15', model: remedyFields(d, known, house), by }
    : { form: 'MQĐ02', model: penaltyFields(d, known, house), by };
}

/** What was signed and never issued is taken back without a paper, and so is what was no penalty. */
function annulment(asked: Asked, a: Annulment, facts: DecisionFacts): Composed | null {
  const { by, house } = printedBy(a.printing, facts);
  const { penalty, newest } = facts.annulled.get(a.annuls.id)!;
  const { content, signature } = newest;
  if (content.kind === 'annulment' || !signature || !penalty.number || (content.end !== 'fine' && content.end !== 'warning')) return null;
  const { title } = facts.titles.get(signature.titleId)!;
  const annulled = { number: penalty.number, issuedOn: penalty.issuedOn!, issuer: facts.labelOf(title, signature.signedOn) };
  const known = { ...shared(asked, facts), annulled, owed: facts.owed.get(penalty.id)! };
  return { form: 'MQĐ40', model: annulmentFields(a, known, house), by };
}

function printedBy(printing: string | null | undefined, { setups }: DecisionFacts): { by: PrintSetup | null; house: House } {
  const by = printing ? setups.get(printing)! : null;
  return { by, house: by ?? tables };
}
function shared(asked: Asked, facts: DecisionFacts) {
  const { penalty, newest } = asked.held;
  const day = penalty.issuedOn ?? facts.today;
  const end = newest.content.kind === 'decision' ? newest.content.end : null;
  const letters = lettersOf(penalty.kind, end, procedureOn(day)!);
  return { accused: accusedOf(penalty.violationId, facts), signer: signerOf(asked, day, facts), number: penalty.number, letters, day };
}
function accusedOf(violationId: string, { records, names, papers }: DecisionFacts): Accused {
  const { violation, newest } = records.get(violationId)!;
  return { kind: newest.content.subject.kind, name: names.get(violation.partyId)!, details: papers.get(violationId) ?? {} };
}
function signerOf({ held: { penalty, newest }, reader }: Asked, day: Day, { titles, staff, labelOf }: DecisionFacts): Signer | null {
  const signature = penalty.state === 'draft' ? null : newest.signature;
  const staffId = signature?.signedBy ?? reader?.staffId;
  const title = signature ? titles.get(signature.titleId) : reader?.title;
  if (!staffId || !title) return null;
  const { delegation, delegatedOn } = title;
  return { name: staff.get(staffId)!, label: labelOf(title.title, signature?.signedOn ?? day), delegation, delegatedOn };
}

const decreeOf = ({ provision }: PenaltyDecision): string => {
  const decree = penaltyLaw.provisions.find((p) => provision?.id.startsWith(`${p.decree}:`))?.decree;
  return decree ? penaltyLaw.decrees[decree].name.vi : '';
};
