export { PublicationModule } from './publication.module.js';
export { KeepStatistics } from './keep-statistics.use-case.js';
export { LOOK_AGAIN, WITH_NEWEST } from './correction-list.view.js';
import './events.js';
export { CaseCorrectionsView, type CaseCorrection } from './case-corrections.view.js';
export { CaseRegisterView, type CaseRegisterLine } from './case-register.view.js';
export { CaseReceiptsView, type CaseReceipts } from './case-receipts.view.js';
export { WithdrawCorrection } from './withdraw-correction.use-case.js';
