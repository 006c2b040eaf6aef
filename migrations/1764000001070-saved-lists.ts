import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that a staff member saved: a name for a filter of one of the office's lists, for oneself or for all who may see that list. */
export class SavedLists1764000001070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE core.saved_lists (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        owner uuid NOT NULL REFERENCES core.staff (id),
        list text NOT NULL CHECK (list ~ '^[a-z]{3,20}$'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
        filter jsonb NOT NULL CHECK (jsonb_typeof(filter) = 'object' AND length(filter::text) <= 2000),
        shared boolean NOT NULL DEFAULT false,
        position integer NOT NULL CHECK (position >= 0),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE UNIQUE INDEX saved_lists_name ON core.saved_lists (owner, list, lower(name));
      CREATE INDEX saved_lists_shared ON core.saved_lists (list, created_at) WHERE shared;
      GRANT SELECT, INSERT, DELETE, UPDATE (name, filter, shared, position, version) ON core.saved_lists TO lachan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE core.saved_lists');
  }
}
