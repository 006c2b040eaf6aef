export { ClassifyModule } from './classify.module.js';
export { Judgements, type CurrentJudgement } from './judgements-door.use-case.js';
export { Claims, type ClaimVersion } from './claims-door.use-case.js';
export { JUDGEMENTS, type Judgement } from './judgement.js';
import './events.js';
