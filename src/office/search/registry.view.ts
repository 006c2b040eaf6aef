import { WITH_NEWEST } from '../../publication/index.js';
import { anywhere } from './asked.js';
import type { Place } from './place.js';
import { asTypedThenLoosely, type Way } from './words.view.js';

const says = ({ said }: Way, ...texts: string[]) => texts.map((text) => `${said(text)} ILIKE ${said('$1')}`).join(' OR ');

export const claimsByPhrase: Place = {
  rights: ['claim.read'],
  look: ({ phrase }) =>
    phrase === null
      ? null
      : asTypedThenLoosely((way) => ({
          sql: `SELECT 'claim' AS kind, c.id, v.wordings -> 0 ->> 'text' AS title, c.state AS detail FROM classify.claims c
            JOIN LATERAL (SELECT * FROM classify.claim_versions x WHERE x.claim_id = c.id ORDER BY x.number DESC LIMIT 1) v ON true
            WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(v.wordings) w WHERE ${says(way, `w ->> 'text'`)}) OR ${says(way, 'v.truth')} ORDER BY c.created_at DESC`,
          values: [anywhere(phrase)],
        })),
};
export const correctionsByPhrase: Place = {
  rights: ['correction.read'],
  look: ({ phrase }) =>
    phrase === null
      ? null
      : asTypedThenLoosely((way) => ({
          sql: `SELECT 'correction' AS kind, c.id, coalesce(nullif(n.content -> 'vi' ->> 'title', ''), n.content -> 'vi' ->> 'said') AS title, c.state AS detail FROM ${WITH_NEWEST}
            WHERE ${says(way, ...['vi,title', 'vi,said', 'vi,truth', 'en,title'].map((path) => `(n.content #>> '{${path}}')`))} ORDER BY c.created_at DESC`,
          values: [anywhere(phrase)],
        })),
};
