export type { Address, AddressKind } from './posts.repository.js';
export { IntakeModule } from './intake.module.js';
export { PostsDoor } from './posts-door.use-case.js';
export { pictureOf } from './picture.adapter.js';
export { ReporterContacts, type Contact } from './reporter-contacts.use-case.js';
export { readReceiptCode, receiptHash } from './receipt-code.js';
export { ReportsView } from './reports.view.js';
export { ReportListDto } from './report.dto.js';
import './events.js';
