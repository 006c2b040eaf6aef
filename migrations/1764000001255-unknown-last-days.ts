import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A complaint is taken down, and accepted, also where nobody knows the days off yet by which its last day is counted. */
export class UnknownLastDays1764000001255 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE enforcement.complaints ALTER COLUMN accept_by DROP NOT NULL;
      DO $$ DECLARE old text; BEGIN
        FOR old IN SELECT conname FROM pg_constraint WHERE conrelid = 'enforcement.complaints'::regclass AND contype = 'c'
            AND (pg_get_constraintdef(oid) LIKE '%answer_by%' OR pg_get_constraintdef(oid) LIKE '%due_at%') LOOP
          EXECUTE format('ALTER TABLE enforcement.complaints DROP CONSTRAINT %I', old);
        END LOOP;
      END $$;
      ALTER TABLE enforcement.complaints
        ADD CHECK (answer_by IS NULL OR accepted_on IS NOT NULL),
        ADD CHECK ((due_at IS NOT NULL) = (CASE state WHEN 'received' THEN accept_by IS NOT NULL WHEN 'accepted' THEN answer_by IS NOT NULL ELSE false END));
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was taken down without a last day stays: there is no way down');
  }
}
