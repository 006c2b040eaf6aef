export { RetentionModule } from './retention.module.js';
export { KeepRetention } from './keep-retention.use-case.js';
export { knowsWholeList } from './batches.view.js';
import './events.js';
