export { RetentionModule } from './retention.module.js';
export { KeepRetention } from './keep-retention.use-case.js';
import './events.js';
