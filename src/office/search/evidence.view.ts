import { notBarred, notBarredFromPost } from '../../cases/index.js';
import type { Place } from './place.js';

/** hexadecimal letters end before g, in every order of letters */
const OF_HASH = `e.sha256 >= $1 AND e.sha256 < $1 || 'g'`;

export const capturesByHash: Place = {
  rights: ['triage.read'],
  look: ({ hash }, { staffId }) =>
    hash === null
      ? null
      : {
          sql: `SELECT 'capture' AS kind, c.id, e.sha256 AS title, c.outcome AS detail, t.id AS "itemId" FROM core.evidence_items e JOIN crawl.captures c ON c.evidence_id = e.id
            JOIN classify.triage_items t ON t.post_id = (SELECT coalesce(o.merged_into, o.id) FROM intake.posts o WHERE o.id = c.post_id)
            WHERE ${OF_HASH} AND ${notBarredFromPost('$2', 'c.post_id')} ORDER BY e.sealed_at DESC`,
          values: [hash, staffId],
        },
};
export const exhibitsByHash: Place = {
  rights: ['case.read'],
  look: ({ hash }, { staffId }) =>
    hash === null
      ? null
      : {
          sql: `SELECT 'exhibit' AS kind, x.id, e.sha256 AS title, c.number AS detail, c.id AS "caseId" FROM core.evidence_items e
            JOIN cases.exhibits x ON x.evidence_id = e.id JOIN cases.cases c ON c.id = x.case_id WHERE ${OF_HASH} AND ${notBarred('$2')} ORDER BY c.number DESC`,
          values: [hash, staffId],
        },
};
