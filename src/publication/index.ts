export { PublicationModule } from './publication.module.js';
export { KeepStatistics } from './keep-statistics.use-case.js';
export { LOOK_AGAIN, WITH_NEWEST } from './correction-list.view.js';
import './events.js';
