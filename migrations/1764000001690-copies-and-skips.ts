import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts of the queue that are near copies of each other share a key; who left one without a decision is noted. */
export class CopiesAndSkips1764000001690 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- copy_of: the first of its group, null for itself and where it stands alone; no foreign key, whose check would wait for whoever
      -- has that row. copy_kinds: by what it is like others of the group. copy_steps: how many likenesses lie between it and the first
      ALTER TABLE classify.triage_items
        ADD COLUMN copy_of uuid CHECK (copy_of <> id), ADD COLUMN copy_kinds text[] NOT NULL DEFAULT '{}' CHECK (copy_kinds <@ ARRAY['text', 'picture', 'film']),
        ADD COLUMN copy_steps smallint NOT NULL DEFAULT 0, ADD CHECK ((copy_of IS NULL) = (copy_steps = 0)),
        ADD COLUMN lease_since timestamptz;
      CREATE INDEX triage_copies ON classify.triage_items ((coalesce(copy_of, id)), (-priority), received_at, id) WHERE state = 'waiting' OR look_again;
      CREATE INDEX triage_copied ON classify.triage_items (copy_of) WHERE copy_of IS NOT NULL;

      -- insert-only
      CREATE TABLE classify.skips (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        item_id uuid NOT NULL REFERENCES classify.triage_items (id),
        staff_id uuid NOT NULL,
        way text NOT NULL CHECK (way IN ('left', 'run-out')),
        skipped_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX skips_item ON classify.skips (item_id, skipped_at);
      GRANT SELECT, INSERT ON classify.skips TO lachan_app;
      GRANT SELECT ON classify.skips TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE classify.skips;
      DROP INDEX classify.triage_copies, classify.triage_copied;
      ALTER TABLE classify.triage_items DROP COLUMN copy_of, DROP COLUMN copy_kinds, DROP COLUMN copy_steps, DROP COLUMN lease_since;
    `);
  }
}
