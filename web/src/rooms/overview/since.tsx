import type { Waiting } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { DayText } from '../penalties/day.js';

/** Since when something waits: a moment, or the day alone where nobody knows the hour. */
export function Since({ of, only }: { of: Pick<Waiting, 'since' | 'clock'>; only?: 'relative' }) {
  if (!of.since) return <span className="soft">–</span>;
  return of.clock === 'day' ? <DayText day={of.since.slice(0, 10)} /> : <Moment at={of.since} clock={of.clock} only={only} />;
}
