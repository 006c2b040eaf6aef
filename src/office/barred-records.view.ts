import type { Tx } from '../core/database/db.js';

/** SQL: the records of which the staff member `$1` may know nothing. */
export const BARRED = `
  WITH barred AS (
    SELECT b.case_id FROM cases.barring b WHERE b.staff_id = $1
    UNION SELECT l.case_id FROM core.bars bar JOIN intake.posts o ON bar.post_id IN (o.id, o.merged_into) JOIN cases.case_posts l ON l.post_id = o.id WHERE bar.staff_id = $1
  ), posts AS (
    SELECT post_id AS id FROM core.bars WHERE staff_id = $1
  ), addresses AS (
    SELECT a.id FROM intake.addresses a JOIN posts p ON p.id = a.post_id
  )
  SELECT case_id AS id FROM barred
  UNION SELECT t.id FROM enforcement.takedowns t JOIN barred b ON b.case_id = t.case_id
  UNION SELECT v.id FROM enforcement.violations v JOIN barred b ON b.case_id = v.case_id
  UNION SELECT p.id FROM enforcement.penalties p JOIN barred b ON b.case_id = p.case_id
  UNION SELECT k.id FROM enforcement.complaints k JOIN barred b ON b.case_id = k.case_id
  UNION SELECT id FROM posts
  UNION SELECT id FROM addresses
  UNION SELECT c.id FROM crawl.captures c JOIN addresses a ON a.id = c.address_id
  UNION SELECT t.id FROM classify.triage_items t JOIN posts p ON p.id = t.post_id
  UNION SELECT r.report_id FROM intake.report_posts r JOIN posts p ON p.id = r.post_id`;

/** Every record that concerns a case to which this person is a party: whatever names one of them is not for their eyes. */
export async function barredRecords(tx: Tx, staffId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(BARRED, [staffId]);
  return rows.map((r) => r.id);
}
