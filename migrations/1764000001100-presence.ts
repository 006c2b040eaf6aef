import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has which record open in which tab. It is no evidence and no business of the log: it may be forgotten at any time. */
export class Presence1764000001100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE UNLOGGED TABLE core.presence (
        staff_id uuid NOT NULL,
        tab uuid NOT NULL,
        session bytea NOT NULL,
        kind text NOT NULL CHECK (kind ~ '^[a-z]{3,20}$'),
        record_id uuid NOT NULL,
        seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (staff_id, tab)
      );
      CREATE INDEX presence_of_record ON core.presence (kind, record_id);
      CREATE INDEX presence_seen ON core.presence (seen_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON core.presence TO lachan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE core.presence');
  }
}
