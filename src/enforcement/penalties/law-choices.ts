import { citations } from '../penalty/citations-table.js';
import { PLACES, SUBJECTS, type PenaltyLaw, type Place, type SubjectKind } from '../penalty/law.js';
import type { Text } from '../table-faults.js';
import {
  COMPLAINANTS,
  COMPLAINT_OUTCOMES,
  COMPLAINT_WAYS,
  type Complainant,
  type ComplaintOutcome,
  type ComplaintWay,
} from '../complaints/complaint.js';
import { ANNULMENT_GROUNDS, ENDS, type AnnulmentGround, type PenaltyEnd } from './decision.js';
import { EXPLANATION_KINDS, type ExplanationKind } from './procedure.js';
import { SERVICE_WAYS, type ServiceWay } from './service-ways.js';
import { SIGNING_ROLES, type SigningRole } from './signatures.js';

export interface LawChoice {
  key: string;
  label: Text;
}
export interface CircumstanceChoice extends LawChoice {
  kind: 'mitigating' | 'aggravating';
}
/** What a person chooses from when a record or a decision is written: nothing of it is typed. */
export interface LawChoices {
  actTypes: LawChoice[];
  places: Place[];
  subjects: SubjectKind[];
  circumstances: CircumstanceChoice[];
  referralSigns: LawChoice[];
  signingRoles: SigningRole[];
  explanationKinds: ExplanationKind[];
  ends: PenaltyEnd[];
  serviceWays: ServiceWay[];
  /** on a complaint nobody chooses: that follows from its answer */
  annulmentGrounds: Exclude<AnnulmentGround, 'complaint'>[];
  complaintWays: ComplaintWay[];
  complainants: Complainant[];
  complaintOutcomes: ComplaintOutcome[];
  /** how a decision cites each provision, by its id */
  provisions: Record<string, Text>;
}
type Labels = Record<string, Text>;
const choices = (labels: Labels): LawChoice[] => Object.entries(labels).map(([key, { vi, en }]) => ({ key, label: { vi, en } }));
const of = (kind: CircumstanceChoice['kind'], labels: Labels): CircumstanceChoice[] =>
  choices(labels).map(({ key, label }) => ({ kind, key: `${kind}:${key}`, label }));

export const lawChoices = ({ actTypes, circumstances, referralSigns }: PenaltyLaw): LawChoices => ({
  actTypes: choices(actTypes),
  circumstances: [...of('mitigating', circumstances.mitigating), ...of('aggravating', circumstances.aggravating)],
  referralSigns: choices(referralSigns),
  places: [...PLACES],
  subjects: [...SUBJECTS],
  signingRoles: [...SIGNING_ROLES],
  explanationKinds: [...EXPLANATION_KINDS],
  ends: [...ENDS],
  serviceWays: [...SERVICE_WAYS],
  annulmentGrounds: ANNULMENT_GROUNDS.filter((ground) => ground !== 'complaint'),
  complaintWays: [...COMPLAINT_WAYS],
  complainants: [...COMPLAINANTS],
  complaintOutcomes: [...COMPLAINT_OUTCOMES],
  provisions: citations,
});
