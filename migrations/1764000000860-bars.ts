import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which posts a staff member may know nothing and on which they may not act, since they are party to a case about them. */
export class Bars1764000000860 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE core.bars (
        staff_id uuid NOT NULL REFERENCES core.staff (id),
        post_id uuid NOT NULL,
        PRIMARY KEY (staff_id, post_id)
      );
      INSERT INTO core.bars
        SELECT DISTINCT p.staff_id, x.id FROM cases.parties p JOIN cases.case_posts l ON l.case_id = p.case_id
          JOIN intake.posts o ON o.id = l.post_id CROSS JOIN LATERAL (VALUES (o.id), (o.merged_into)) AS x (id)
        WHERE p.staff_id IS NOT NULL AND x.id IS NOT NULL;
      GRANT SELECT, INSERT ON core.bars TO lachan_app;
      GRANT SELECT ON core.bars TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE core.bars');
  }
}
