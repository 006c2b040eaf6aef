export { PublicationModule } from './publication.module.js';
export { KeepStatistics } from './keep-statistics.use-case.js';
export { CorrectionListView, LOOK_AGAIN, OPEN_WITHDRAWAL, WITH_NEWEST } from './correction-list.view.js';
export { CorrectionListDto } from './correction.dto.js';
export { StatisticsView, type AsOf } from './statistics.view.js';
export { statisticsTable } from './statistics-table.js';
export { PublicHeads } from './public-log/heads.adapter.js';
import './events.js';
