export { CrawlModule } from './crawl.module.js';
export { Observations, type Ground, type ObservationRow } from './observations.repository.js';
export { filmedIn, stillOf } from './still.view.js';
export { Restamp } from './stamps/restamp.use-case.js';
export { RequestCapture } from './request-capture.use-case.js';
export type { CaptureReason } from './events.js';
export type { OrderedCapture } from './capture-answers.js';
export type { Observation, Outcome } from './engine/exchange.js';
