import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept answers of repeated requests, and a second factor that waits for its first code. */
export class CoreAdditions1764000000250 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- one row per key, person, method and path; 'effected' is set by the transaction that has the effect
      CREATE TABLE core.idempotency (
        key_hash bytea PRIMARY KEY CHECK (length(key_hash) = 32),
        request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
        fence integer NOT NULL DEFAULT 1,
        lease_until timestamptz NOT NULL,
        effected boolean NOT NULL DEFAULT false,
        status integer,
        answer bytea,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK ((status IS NULL) = (answer IS NULL))
      );
      CREATE INDEX idempotency_age ON core.idempotency (created_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON core.idempotency TO lachan_app;

      ALTER TABLE core.accounts ADD COLUMN totp_pending bytea, ADD COLUMN totp_pending_at timestamptz;
      GRANT UPDATE (totp_pending, totp_pending_at) ON core.accounts TO lachan_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The schema goes forward only: restore a backup instead');
  }
}
