import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff members, their accounts, dated roles, sessions, and tries to sign in. */
export class Identity1764000000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE core.staff (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL CHECK (length(name) BETWEEN 2 AND 200),
        title text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TABLE core.accounts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        staff_id uuid NOT NULL REFERENCES core.staff (id),
        email text NOT NULL CHECK (email = lower(email)),
        password_hash text NOT NULL,
        totp_secret bytea,
        totp_last_step bigint,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE UNIQUE INDEX accounts_email ON core.accounts (email);

      -- a role counts from its approval by a second person until it ends
      CREATE TABLE core.staff_roles (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        staff_id uuid NOT NULL REFERENCES core.staff (id),
        role text NOT NULL,
        proposed_by uuid REFERENCES core.staff (id),
        proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        approved_by uuid REFERENCES core.staff (id),
        approved_at timestamptz,
        ended_at timestamptz,
        CHECK (approved_by IS DISTINCT FROM staff_id),
        CHECK (approved_by IS NULL OR approved_by IS DISTINCT FROM proposed_by)
      );
      CREATE UNIQUE INDEX staff_roles_open ON core.staff_roles (staff_id, role) WHERE ended_at IS NULL;

      CREATE TABLE core.sessions (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        account_id uuid NOT NULL REFERENCES core.accounts (id),
        csrf text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL,
        second_factor_at timestamptz
      );
      CREATE INDEX sessions_account ON core.sessions (account_id);

      CREATE TABLE core.sign_in_tries (
        key bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX sign_in_tries_key ON core.sign_in_tries (key, at);

      GRANT SELECT, INSERT ON core.staff TO lachan_app;
      GRANT SELECT, INSERT, UPDATE (password_hash, totp_secret, totp_last_step, disabled_at) ON core.accounts TO lachan_app;
      GRANT SELECT, INSERT, UPDATE (approved_by, approved_at, ended_at) ON core.staff_roles TO lachan_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON core.sessions TO lachan_app;
      GRANT SELECT, INSERT, DELETE ON core.sign_in_tries TO lachan_app;
      GRANT SELECT ON core.staff, core.staff_roles TO lachan_reader;
    `);
  }

  async down(): Promise<void> {
    throw new Error('People who acted stay known: there is no way down');
  }
}
