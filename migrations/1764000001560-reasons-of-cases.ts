import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reason for which a whole case was taken along stands with that case: other cases of the same post do not show it. */
export class ReasonsOfCases1764000001560 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE core.custody_reasons ADD COLUMN case_id uuid;
      UPDATE core.custody_reasons r SET case_id = (e.office #>> '{data,caseId}')::uuid FROM core.events e
        WHERE e.type = 'dossier.exported' AND e.office #>> '{data,reasonId}' = r.id::text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE core.custody_reasons DROP COLUMN case_id');
  }
}
