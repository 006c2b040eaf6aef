export { EnforcementModule } from './enforcement.module.js';
import './penalties/events.js';
