/** SQL: cases that this person is a party to do not exist for them. */
export const notBarred = (staff: string, caseId = 'c.id'): string =>
  `NOT EXISTS (SELECT 1 FROM cases.parties b WHERE b.case_id = ${caseId} AND b.staff_id = ${staff})`;

const barredPosts = (staff: string): string =>
  `SELECT coalesce(m.merged_into, l.post_id) FROM cases.parties b JOIN cases.case_posts l ON l.case_id = b.case_id LEFT JOIN intake.posts m ON m.id = l.post_id WHERE b.staff_id = ${staff}::uuid`;

/** SQL: the post stands in no case that this person is a party to. */
export const notBarredFromPost = (staff: string, postId: string): string =>
  `NOT EXISTS (SELECT 1 FROM (${barredPosts(staff)}) AS barred (post_id)
     WHERE barred.post_id = (SELECT coalesce(o.merged_into, o.id) FROM intake.posts o WHERE o.id = ${postId}))`;

/** SQL: the same for the post that a report speaks of. */
export const notBarredFromReport = (staff: string, reportId: string): string =>
  `NOT EXISTS (SELECT 1 FROM intake.report_posts s JOIN intake.posts o ON o.id = s.post_id
     WHERE s.report_id = ${reportId} AND s.ended_at IS NULL AND coalesce(o.merged_into, o.id) IN (${barredPosts(staff)}))`;
