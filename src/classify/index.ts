export { ClassifyModule } from './classify.module.js';
export { saysClaim, STANDING_CLAIM, sureMatch } from './says-claim.view.js';
export { standsFalse } from './standing.view.js';
export { Judgements, type CurrentJudgement } from './judgements-door.use-case.js';
export { RestingCases, type RestingCase } from './resting-case.use-case.js';
export { Claims, type ClaimVersion } from './claims-door.use-case.js';
export { JUDGEMENTS, type Judgement } from './judgement.js';
export { triageTable } from './triage-table.js';
import './events.js';
