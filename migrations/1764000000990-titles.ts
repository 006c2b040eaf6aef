import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dated titles of staff: by which of them somebody signs for the office, and by whose delegation. */
export class Titles1764000000990 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- a title counts from its approval by a second person, on the days that it names, until somebody ends it
      CREATE TABLE core.staff_titles (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        staff_id uuid NOT NULL REFERENCES core.staff (id),
        title text NOT NULL CHECK (title ~ '^[a-z][a-z0-9-]{1,59}$'),
        body text NOT NULL CHECK (length(body) BETWEEN 2 AND 300),
        delegation text CHECK (length(delegation) BETWEEN 1 AND 100),
        from_day date NOT NULL,
        to_day date CHECK (to_day >= from_day),
        proposed_by uuid REFERENCES core.staff (id),
        proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        approved_by uuid REFERENCES core.staff (id),
        approved_at timestamptz,
        ended_at timestamptz,
        CHECK (proposed_by IS DISTINCT FROM staff_id),
        CHECK (approved_by IS DISTINCT FROM staff_id),
        CHECK (approved_by IS NULL OR approved_by IS DISTINCT FROM proposed_by)
      );
      CREATE INDEX staff_titles_staff ON core.staff_titles (staff_id) WHERE ended_at IS NULL;
      GRANT SELECT, INSERT, UPDATE (approved_by, approved_at, ended_at) ON core.staff_titles TO lachan_app;
      GRANT SELECT ON core.staff_titles TO lachan_reader;
    `);
  }

  async down(): Promise<void> {
    throw new Error('By which title somebody signed stays known: there is no way down');
  }
}
