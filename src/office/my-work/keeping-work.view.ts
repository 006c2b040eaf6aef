import { notBarred } from '../../cases/index.js';
import { knowsWholeList } from '../../retention/index.js';

const me = ({ staffId }: { staffId: string }) => [staffId];
const reason = (id: string) => `(SELECT y.reason FROM core.custody_reasons y WHERE y.id = ${id})`;

/** What a second person decides about what must stay and what may go. */
export const KEEPING_SECTIONS = {
  purges: {
    rights: ['retention.approve'],
    values: me,
    sql: `SELECT b.id AS "batchId", b.rule -> 'label' AS label, (SELECT count(*)::int FROM retention.items i WHERE i.batch_id = b.id AND i.state = 'due') AS items,
            ${reason('b.submission_reason_id')} AS reason, u.name AS "submittedBy", b.submitted_at AS "submittedAt"
          FROM retention.batches b JOIN core.staff u ON u.id = b.submitted_by
          WHERE b.state = 'submitted' AND b.submitted_by <> $1 AND ${knowsWholeList('$1::uuid')} ORDER BY b.submitted_at, b.id`,
  },
  releases: {
    rights: ['case.release'],
    values: me,
    sql: `SELECT l.id AS "releaseId", c.id AS "caseId", c.number, ${reason('l.reason_id')} AS reason, u.name AS "proposedBy", l.proposed_at AS "proposedAt"
          FROM cases.hold_lifts l JOIN cases.holds h ON h.id = l.hold_id AND h.lifted_at IS NULL JOIN cases.cases c ON c.id = h.case_id JOIN core.staff u ON u.id = l.proposed_by
          WHERE l.proposed_by <> $1 AND NOT EXISTS (SELECT 1 FROM cases.hold_lift_decisions d WHERE d.lift_id = l.id) AND ${notBarred('$1')} ORDER BY l.proposed_at, l.id`,
  },
};
