import { WITH_NEWEST } from '../../publication/index.js';
import { anywhere } from './asked.js';
import type { Place } from './place.js';

export const claimsByPhrase: Place = {
  rights: ['claim.read'],
  look: ({ phrase }) =>
    phrase === null
      ? null
      : {
          sql: `SELECT 'claim' AS kind, c.id, v.wordings -> 0 ->> 'text' AS title, c.state AS detail FROM classify.claims c
            JOIN LATERAL (SELECT * FROM classify.claim_versions x WHERE x.claim_id = c.id ORDER BY x.number DESC LIMIT 1) v ON true
            WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(v.wordings) w WHERE w ->> 'text' ILIKE $1) OR v.truth ILIKE $1 ORDER BY c.created_at DESC`,
          values: [anywhere(phrase)],
        },
};
export const correctionsByPhrase: Place = {
  rights: ['correction.read'],
  look: ({ phrase }) =>
    phrase === null
      ? null
      : {
          sql: `SELECT 'correction' AS kind, c.id, coalesce(nullif(n.content -> 'vi' ->> 'title', ''), n.content -> 'vi' ->> 'said') AS title, c.state AS detail FROM ${WITH_NEWEST}
            WHERE n.content -> 'vi' ->> 'title' ILIKE $1 OR n.content -> 'vi' ->> 'said' ILIKE $1 OR n.content -> 'vi' ->> 'truth' ILIKE $1 OR n.content -> 'en' ->> 'title' ILIKE $1 ORDER BY c.created_at DESC`,
          values: [anywhere(phrase)],
        },
};
