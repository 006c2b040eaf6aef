export type { Address, AddressKind } from './posts.repository.js';
export { IntakeModule } from './intake.module.js';
export { PostsDoor } from './posts-door.use-case.js';
export { pictureOf } from './picture.adapter.js';
export { ReporterContacts, type Contact } from './reporter-contacts.use-case.js';
export { readReceiptCode, receiptHash } from './receipt-code.js';
import './events.js';
