export { EnforcementModule } from './enforcement.module.js';
export { citations } from './penalty/citations-table.js';
import './penalties/events.js';
export { ApproveTakedown } from './approve-takedown.use-case.js';
export { CaseTakedownsView, type CaseTakedown } from './case-takedowns.view.js';
export { CasePenaltiesView, type CasePenalty, type CaseViolation } from './penalties/case-penalties.view.js';
export { SignPenalty } from './penalties/sign-penalty.use-case.js';
