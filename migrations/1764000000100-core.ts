import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['lachan_app', 'lachan_reader', 'lachan_purger', 'lachan_queue'];

/** The ground: roles, office clock, the one log, deliveries, timers, evidence. */
export class Core1764000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const role of ROLES) {
      await db.query(`DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    }
    await db.query(`
      CREATE SCHEMA core;
      CREATE SCHEMA queue;
      GRANT USAGE ON SCHEMA core TO lachan_app, lachan_reader, lachan_purger;
      GRANT USAGE, CREATE ON SCHEMA queue TO lachan_queue;

      -- one row: whether this is a demo office, and how far its clock was moved
      CREATE TABLE core.installation (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        demo boolean NOT NULL DEFAULT false,
        clock_offset interval NOT NULL DEFAULT '0',
        seeded_at timestamptz,
        CHECK (demo OR clock_offset = '0')
      );
      INSERT INTO core.installation DEFAULT VALUES;

      CREATE FUNCTION core.office_now() RETURNS timestamptz LANGUAGE sql STABLE AS
        $$ SELECT clock_timestamp() + clock_offset FROM core.installation $$;
      CREATE FUNCTION core.part_json(part bytea) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $$ SELECT convert_from(part, 'UTF8')::jsonb $$;
      GRANT SELECT ON core.installation TO lachan_app, lachan_reader;
      GRANT UPDATE (clock_offset, seeded_at) ON core.installation TO lachan_app;

      -- the one log: append-only; the bytes are the truth, jsonb a derived copy
      CREATE TABLE core.events (
        position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL UNIQUE,
        type text NOT NULL,
        public_part bytea NOT NULL,
        office_part bytea NOT NULL,
        public jsonb GENERATED ALWAYS AS (core.part_json(public_part)) STORED,
        office jsonb GENERATED ALWAYS AS (core.part_json(office_part)) STORED,
        subject text GENERATED ALWAYS AS (core.part_json(office_part) ->> 'subject') STORED
      );
      CREATE INDEX events_subject ON core.events (subject, position);
      CREATE INDEX events_type ON core.events (type, position);
      GRANT SELECT, INSERT ON core.events TO lachan_app;
      GRANT SELECT ON core.events TO lachan_reader;

      -- events that wait for their place in the chain, and the chain
      CREATE TABLE core.unsealed (position bigint PRIMARY KEY, event_id uuid NOT NULL);
      CREATE FUNCTION core.await_seal() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO core.unsealed VALUES (NEW.position, NEW.id); RETURN NULL; END $$;
      CREATE TRIGGER await_seal AFTER INSERT ON core.events FOR EACH ROW EXECUTE FUNCTION core.await_seal();
      CREATE TABLE core.seals (
        seq bigint PRIMARY KEY CHECK (seq > 0),
        event_id uuid NOT NULL UNIQUE REFERENCES core.events (id),
        digest bytea NOT NULL CHECK (length(digest) = 32),
        head bytea NOT NULL CHECK (length(head) = 32)
      );
      GRANT SELECT, INSERT, DELETE ON core.unsealed TO lachan_app;
      GRANT SELECT, INSERT ON core.seals TO lachan_app;
      GRANT SELECT ON core.unsealed, core.seals TO lachan_reader;

      -- timers: one open row per kind and ref
      CREATE TABLE core.due (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL, ref text NOT NULL,
        due_at timestamptz NOT NULL,
        fired_at timestamptz
      );
      CREATE UNIQUE INDEX due_open ON core.due (kind, ref) WHERE fired_at IS NULL;
      CREATE INDEX due_next ON core.due (due_at) WHERE fired_at IS NULL;
      GRANT SELECT, INSERT, UPDATE, DELETE ON core.due TO lachan_app;
      GRANT SELECT ON core.due TO lachan_reader;

      -- one row per event (or timer) and listener: the outbox
      CREATE TABLE core.deliveries (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        event_id uuid REFERENCES core.events (id),
        due_id uuid REFERENCES core.due (id),
        handler text NOT NULL,
        lane text NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dead')),
        available_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        lease_until timestamptz,
        fence integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        rung_at timestamptz,
        done_at timestamptz,
        error text,
        CHECK ((event_id IS NULL) <> (due_id IS NULL)),
        UNIQUE (event_id, handler),
        UNIQUE (due_id, handler)
      );
      CREATE INDEX deliveries_waiting ON core.deliveries (available_at) WHERE state = 'waiting';
      CREATE INDEX deliveries_dead ON core.deliveries (handler) WHERE state = 'dead';
      GRANT SELECT, INSERT, UPDATE ON core.deliveries TO lachan_app;
      GRANT SELECT ON core.deliveries TO lachan_reader;

      -- evidence items: content-addressed, never changed
      CREATE TABLE core.evidence_items (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('capture', 'submission', 'document')),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        media_type text NOT NULL,
        bytes bigint NOT NULL CHECK (bytes >= 0),
        sealed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX evidence_items_sha256 ON core.evidence_items (sha256);
      GRANT SELECT, INSERT ON core.evidence_items TO lachan_app;
      GRANT SELECT ON core.evidence_items TO lachan_reader;
      GRANT SELECT, DELETE ON core.evidence_items TO lachan_purger;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The log is append-only: there is no way down');
  }
}
