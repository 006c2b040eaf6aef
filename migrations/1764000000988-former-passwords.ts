import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The passwords that an account had, as hashes, so that none of the last ones comes back, and never one that somebody else chose. */
export class FormerPasswords1764000000988 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE core.former_passwords (
        account_id uuid NOT NULL REFERENCES core.accounts (id),
        password_hash text NOT NULL,
        given boolean NOT NULL,
        ended_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX former_passwords_account ON core.former_passwords (account_id, ended_at DESC);
      GRANT SELECT, INSERT ON core.former_passwords TO lachan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE core.former_passwords');
  }
}
