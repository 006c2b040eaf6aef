import { BARRED } from '../barred-records.view.js';
import type { Place } from './place.js';

/** An entry of the log by its number, unless it names what the reader is barred from. */
export const entriesBySeq: Place = {
  rights: ['log.read'],
  look: ({ seq }, { staffId }) =>
    seq === null
      ? null
      : {
          sql: `SELECT 'entry' AS kind, e.id, s.seq::text AS title, e.type AS detail FROM core.seals s JOIN core.events e ON e.id = s.event_id
            WHERE s.seq = $2::bigint AND NOT EXISTS (SELECT 1 FROM (${BARRED}) b WHERE b.id::text = e.subject
              OR EXISTS (SELECT 1 FROM jsonb_each_text(e.office -> 'data') named WHERE named.value = b.id::text))`,
          values: [staffId, seq],
        },
};
