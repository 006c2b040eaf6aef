import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From which posts a person is barred for cause: those of a case that names them, what those were merged with or split into, and what
 * stands in a case beside one of them. Bars of people whose naming was lifted, and that nothing explains, go: no case was left to lift
 * them in.
 */
export class BoundPosts1764000001230 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX report_posts_ended ON intake.report_posts (report_id) WHERE ended_at IS NOT NULL;
      CREATE FUNCTION cases.bound_posts(person uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE bound (post_id) AS (
          SELECT l.post_id FROM cases.barring x JOIN cases.case_posts l ON l.case_id = x.case_id WHERE x.staff_id = person
          UNION
          SELECT further.post_id FROM bound CROSS JOIN LATERAL (
            SELECT o.merged_into FROM intake.posts o WHERE o.id = bound.post_id AND o.merged_into IS NOT NULL
            UNION ALL SELECT o.id FROM intake.posts o WHERE o.merged_into = bound.post_id
            UNION ALL SELECT beside.post_id FROM cases.case_posts l JOIN cases.case_posts beside ON beside.case_id = l.case_id WHERE l.post_id = bound.post_id
            UNION ALL SELECT split.post_id FROM intake.report_posts former JOIN intake.report_posts split ON split.report_id = former.report_id
              WHERE former.post_id = bound.post_id AND former.ended_at <= split.linked_at AND split.ended_at IS NULL
            UNION ALL SELECT split.post_id FROM intake.report_posts former JOIN intake.report_posts split ON split.report_id = former.report_id
              WHERE former.post_id = bound.post_id AND former.ended_at <= split.linked_at AND split.ended_at IS NOT NULL
          ) further (post_id)
        )
        SELECT post_id FROM bound
      $$;
      DELETE FROM core.bars bar USING (SELECT DISTINCT p.staff_id FROM cases.parties p JOIN cases.bar_lifts l ON l.party_id = p.id) freed
        WHERE bar.staff_id = freed.staff_id AND NOT EXISTS (SELECT 1 FROM cases.bound_posts(bar.staff_id) b WHERE b = bar.post_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION cases.bound_posts(uuid)');
    await db.query('DROP INDEX intake.report_posts_ended');
  }
}
