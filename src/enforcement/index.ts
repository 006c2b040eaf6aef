export { EnforcementModule } from './enforcement.module.js';
export { citations } from './penalty/citations.js';
import './penalties/events.js';
