import { LOOK_AGAIN, WITH_NEWEST } from '../../publication/index.js';
import type { Section } from '../section.js';

const CORRECTION = `c.id AS "correctionId", n.content -> 'vi' ->> 'title' AS title, n.content -> 'vi' ->> 'said' AS said`;

/** Corrections that a second person decides about, and those that came back or have to be looked at anew. */
export const CORRECTION_SECTIONS = {
  corrections: {
    rights: ['correction.approve'],
    values: ({ staffId }) => [staffId],
    sql: `SELECT * FROM (
          SELECT ${CORRECTION}, 'publish' AS why, u.name AS by, n.written_at AS at FROM ${WITH_NEWEST} LEFT JOIN core.staff u ON u.id = n.written_by
          WHERE c.state = 'draft' AND NOT EXISTS (SELECT 1 FROM publication.correction_returns r WHERE r.content_id = n.id)
            AND NOT EXISTS (SELECT 1 FROM publication.correction_contents m WHERE m.correction_id = c.id AND m.written_by = $1
              AND m.number > coalesce((SELECT max(y.number) FROM publication.correction_contents y JOIN publication.correction_approvals a ON a.content_id = y.id WHERE y.correction_id = c.id), 0))
          UNION ALL
          SELECT ${CORRECTION}, 'withdraw', u.name, w.proposed_at FROM ${WITH_NEWEST} JOIN publication.correction_withdrawals w ON w.correction_id = c.id LEFT JOIN core.staff u ON u.id = w.proposed_by
          WHERE w.proposed_by IS DISTINCT FROM $1 AND NOT EXISTS (SELECT 1 FROM publication.correction_withdrawal_decisions d WHERE d.withdrawal_id = w.id)) x ORDER BY at, "correctionId", why`,
  },
  toCorrect: {
    rights: ['correction.draft'],
    values: () => [],
    sql: `SELECT ${CORRECTION}, CASE WHEN r.content_id IS NULL THEN 'look-again' ELSE 'returned' END AS why, u.name AS by, coalesce(r.returned_at, n.written_at) AS at
          FROM ${WITH_NEWEST} LEFT JOIN publication.correction_returns r ON r.content_id = n.id LEFT JOIN core.staff u ON u.id = coalesce(r.returned_by, n.written_by)
          WHERE c.state <> 'withdrawn' AND (r.content_id IS NOT NULL OR ${LOOK_AGAIN}) ORDER BY at, c.id`,
  },
} satisfies Record<string, Section>;
