export { PublicationModule } from './publication.module.js';
export { KeepStatistics } from './keep-statistics.use-case.js';
export { CorrectionListView, LOOK_AGAIN, WITH_NEWEST } from './correction-list.view.js';
export { CorrectionListDto } from './correction.dto.js';
import './events.js';
