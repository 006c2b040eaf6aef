import { unbarred } from '../core/identity/bars.js';

/** SQL: cases that this person is a party to do not exist for them, nor does any other case about the same posts. */
export const notBarred = (staff: string, caseId = 'c.id'): string =>
  `NOT EXISTS (SELECT 1 FROM cases.barring b WHERE b.case_id = ${caseId} AND b.staff_id = ${staff}) AND NOT EXISTS (
     SELECT 1 FROM cases.case_posts l JOIN intake.posts o ON o.id = l.post_id JOIN core.bars bar ON bar.post_id IN (o.id, o.merged_into) WHERE l.case_id = ${caseId} AND bar.staff_id = ${staff})`;

/** SQL: they may know of the post, or of what it was merged into. */
export const notBarredFromPost = (staff: string, postId: string): string =>
  unbarred(`${staff}::uuid`, `(SELECT coalesce(o.merged_into, o.id) FROM intake.posts o WHERE o.id = ${postId})`);

/** SQL: the same for the post that a report speaks of. */
export const notBarredFromReport = (staff: string, reportId: string): string =>
  `NOT EXISTS (SELECT 1 FROM intake.report_posts s JOIN intake.posts o ON o.id = s.post_id JOIN core.bars bar ON bar.post_id = coalesce(o.merged_into, o.id)
     WHERE s.report_id = ${reportId} AND s.ended_at IS NULL AND bar.staff_id = ${staff}::uuid)`;
