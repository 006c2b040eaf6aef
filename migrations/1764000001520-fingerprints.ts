import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what pictures, stills and texts of posts are found again in other posts, and which were. */
export class Fingerprints1764000001520 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- once per post: a later look that shows the same adds none
      CREATE TABLE classify.fingerprints (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        post_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('picture', 'text')),
        bits bit(256) NOT NULL,
        keys integer[] NOT NULL,
        capture_id uuid, address_id uuid, CHECK (num_nonnulls(capture_id, address_id) = 1),
        part text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (post_id, kind, bits)
      );
      CREATE INDEX fingerprints_keys ON classify.fingerprints USING gin (keys);

      -- a hint, found when the first of the two posts was known already
      CREATE TABLE classify.likenesses (
        post_id uuid NOT NULL, earlier_post_id uuid NOT NULL CHECK (earlier_post_id <> post_id),
        kind text NOT NULL CHECK (kind IN ('picture', 'text')),
        distance smallint NOT NULL,
        fingerprint_id bigint NOT NULL REFERENCES classify.fingerprints (id),
        earlier_id bigint NOT NULL REFERENCES classify.fingerprints (id),
        found_at timestamptz NOT NULL DEFAULT core.office_now(),
        PRIMARY KEY (post_id, earlier_post_id, kind)
      );
      CREATE INDEX likenesses_earlier ON classify.likenesses (earlier_post_id);

      GRANT SELECT, INSERT ON classify.fingerprints, classify.likenesses TO lachan_app;
      GRANT UPDATE (distance, fingerprint_id, earlier_id) ON classify.likenesses TO lachan_app;
      GRANT SELECT ON classify.fingerprints, classify.likenesses TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE classify.likenesses; DROP TABLE classify.fingerprints');
  }
}
