// What must have come of captures that were killed, so that the proof holds.

/** An order comes to one end, which is one package that verifies. */
const sealed = (r) => r.state === 'sealed' && r.ends === 1 && r.packages === 1 && r.verifies;

/** Each moment was hit, and the order came to its package; by a second attempt, unless it was sealed when the worker died. */
export const workersHold = (rows) => rows.length > 0 && rows.every((r) => r.hit && sealed(r) && (r.atLast || r.attempts >= 2));

const whole = (e) => e.outcome === 'complete' && e.packages === 1 && e.holds;
/** What a killed browser leaves: a package of less, which holds, or a failure without one. */
const less = (e) => (e.outcome === 'failed' ? e.packages === 0 : e.packages === 1 && e.holds);

/** Browsers were killed; no more captures came to less than a whole package than browsers were killed. */
export const browsersHold = (ends, { count, killed }) =>
  ends.length === count && killed > 0 && ends.every(less) && ends.filter((e) => !whole(e)).length <= killed;
