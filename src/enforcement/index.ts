export { EnforcementModule } from './enforcement.module.js';
export { citations } from './penalty/citations-table.js';
import './penalties/events.js';
