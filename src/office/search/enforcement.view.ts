import { notBarred } from '../../cases/index.js';
import { beginning } from './asked.js';
import type { Place } from './place.js';

const TAKEDOWN = `SELECT 'takedown' AS kind, t.id, t.reference AS title, t.state AS detail FROM enforcement.takedowns t WHERE ${notBarred('$2', 't.case_id')}`;

export const takedownsByReference: Place = {
  rights: ['takedown.read'],
  look: ({ reference }, { staffId }) =>
    reference === null
      ? null
      : {
          sql: `${TAKEDOWN} AND lower(t.reference) LIKE lower($1) ORDER BY t.created_at DESC`,
          values: [beginning(reference), staffId],
        },
};
/** Requests that ask for a link of the post, and drafts that would. */
export const takedownsByLink: Place = {
  rights: ['takedown.read'],
  look: ({ url }, { staffId }) =>
    url === null
      ? null
      : {
          sql: `WITH asked AS MATERIALIZED (SELECT b.id FROM intake.addresses a JOIN intake.addresses b ON b.post_id = a.post_id WHERE a.kind = 'url' AND a.value = $1)
            ${TAKEDOWN} AND t.id IN (SELECT i.takedown_id FROM enforcement.items i WHERE i.address_id IN (SELECT id FROM asked)
              UNION SELECT x.takedown_id FROM enforcement.takedown_contents x WHERE x.address_ids && (SELECT array_agg(id) FROM asked)) ORDER BY t.created_at DESC`,
          values: [url, staffId],
        },
};
export const violationsByReference: Place = {
  rights: ['violation.read'],
  look: ({ reference }, { staffId }) =>
    reference === null
      ? null
      : {
          sql: `SELECT 'violation' AS kind, v.id, v.reference AS title, v.state AS detail FROM enforcement.violations v
            WHERE lower(v.reference) LIKE lower($1) AND ${notBarred('$2', 'v.case_id')} ORDER BY v.created_at DESC`,
          values: [beginning(reference), staffId],
        },
};
/** By the official number, or by the record that a decision rests on. */
export const penaltiesByNumber: Place = {
  rights: ['penalty.read'],
  look: ({ reference }, { staffId }) =>
    reference === null
      ? null
      : {
          sql: `SELECT 'penalty' AS kind, p.id, coalesce(p.number, v.reference) AS title, p.state AS detail FROM enforcement.penalties p JOIN enforcement.violations v ON v.id = p.violation_id
            WHERE p.id IN (SELECT n.id FROM enforcement.penalties n WHERE core.folded(n.number) LIKE core.folded($1)
              UNION SELECT n.id FROM enforcement.violations r JOIN enforcement.penalties n ON n.violation_id = r.id WHERE lower(r.reference) LIKE lower($1))
            AND ${notBarred('$2', 'p.case_id')} ORDER BY p.created_at DESC`,
          values: [beginning(reference), staffId],
        },
};
