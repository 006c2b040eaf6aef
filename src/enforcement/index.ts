export { EnforcementModule } from './enforcement.module.js';
export { citations } from './penalty/citations-table.js';
export { RunningClocksView, type EndingClock } from './penalties/running-clocks.view.js';
import './penalties/events.js';
