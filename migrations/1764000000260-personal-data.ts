import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at whose name, and why: the reason is free text, so it stands here and not on the log. */
export class PersonalData1764000000260 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE core.personal_data_reads (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        ref_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 5 AND 1000),
        read_by uuid NOT NULL REFERENCES core.staff (id),
        read_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX personal_data_reads_ref ON core.personal_data_reads (ref_id, read_at);
      GRANT SELECT, INSERT ON core.personal_data_reads TO lachan_app;
      GRANT SELECT ON core.personal_data_reads TO lachan_reader;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Looks at personal data stay known: there is no way down');
  }
}
