import { timeStampTable as table } from '../engine/index.js';

export const STAMP = 'capture.stamp';
export const RECEIPT = 'capture.receipt';
/** tries after the last one are told as the last, so that all timers of a capture are known by their names */
export const LAST_STAMP_TRY = table.again_after_minutes.length;
export const LAST_RECEIPT_TRY = Math.ceil(Math.log2(3_600 / table.receipt_after_seconds));

/** Whether a timer of the capture `c` is set, or has come and waits for its handler. */
const stillDue = (kind: string, name: string, last: number, handler: string): string =>
  `(EXISTS (SELECT 1 FROM core.due u WHERE u.fired_at IS NULL AND u.kind = '${kind}' AND u.ref IN (SELECT c.id || '${name}' || n FROM generate_series(0, ${last}) n))
    OR EXISTS (SELECT 1 FROM core.deliveries d JOIN core.due u ON u.id = d.due_id WHERE d.state = 'waiting' AND d.handler = '${handler}' AND u.kind = '${kind}' AND split_part(u.ref, ':', 1) = c.id::text))`;
/** of one that has no time stamp, and of one that has no receipt */
export const STAMP_DUE = stillDue(STAMP, ':first:', LAST_STAMP_TRY, 'StampPackage');
export const RECEIPT_DUE = stillDue(RECEIPT, ':', LAST_RECEIPT_TRY, 'ReceivePackage');
