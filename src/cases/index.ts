export { CasesModule } from './cases.module.js';
export { Cases, type KnownCase, type KnownParty } from './cases-door.use-case.js';
export { notBarred, notBarredFromPost, notBarredFromReport } from './barred.view.js';
export { CASE_LINE, CaseListView, type CaseLine } from './case-list.view.js';
export { CaseListDto } from './case.dto.js';
export type { CaseState } from './case.flow.js';
export { OpenPenalties, type OpenPenalty } from './open-penalties.use-case.js';
export { MASK } from './case.js';
import './events.js';
