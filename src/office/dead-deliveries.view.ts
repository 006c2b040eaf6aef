import { BARRED } from './barred-records.view.js';
import { namesNone } from './log-conditions.view.js';

/** SQL: a delivery `d` with the event `e` or the timer `u` that ordered it. */
export const DEAD = 'core.deliveries d LEFT JOIN core.events e ON e.id = d.event_id LEFT JOIN core.due u ON u.id = d.due_id';
const HIDDEN = `ARRAY(WITH b AS (${BARRED}) SELECT b.id::text FROM b UNION SELECT i.id::text FROM enforcement.items i JOIN b ON b.id = i.case_id
  UNION SELECT t.id::text FROM cases.deadlines t JOIN b ON b.id = t.case_id)`;
/** SQL: the reader `$1` may know of it; what went wrong is told in words that may name what it was about. */
export const MAY_KNOW_DEAD = `(${namesNone(HIDDEN)}) AND split_part(coalesce(u.ref, ''), ':', 1) <> ALL(${HIDDEN})`;
