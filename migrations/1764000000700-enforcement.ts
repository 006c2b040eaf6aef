import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Takedown requests: what was written, who approved exactly that, what left, what was answered, what was seen afterwards. */
export class Enforcement1764000000700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA enforcement;
      GRANT USAGE ON SCHEMA enforcement TO lachan_app, lachan_reader;

      CREATE TABLE enforcement.takedowns (
        id uuid PRIMARY KEY,
        reference text NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('removal', 'withdrawal')),
        case_id uuid NOT NULL,
        withdraws uuid REFERENCES enforcement.takedowns (id),
        platform text NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved', 'sending', 'sent', 'undeliverable', 'withdrawn')),
        version integer NOT NULL DEFAULT 1,
        -- how often somebody ordered it to be sent; each order is one delivery at most
        attempt integer NOT NULL DEFAULT 0,
        created_by uuid REFERENCES core.staff (id),
        created_at timestamptz NOT NULL DEFAULT core.office_now(),
        leaves_at timestamptz, sent_at timestamptz,
        CHECK ((kind = 'withdrawal') = (withdraws IS NOT NULL))
      );
      CREATE INDEX takedowns_newest ON enforcement.takedowns (created_at DESC, id DESC);
      CREATE INDEX takedowns_case ON enforcement.takedowns (case_id);
      -- one live withdrawal of a request
      CREATE UNIQUE INDEX takedowns_withdrawal ON enforcement.takedowns (withdraws) WHERE state <> 'withdrawn';

      -- what a request says, version by version; the bytes are what is approved, jsonb a derived copy
      CREATE TABLE enforcement.takedown_contents (
        id uuid PRIMARY KEY,
        takedown_id uuid NOT NULL REFERENCES enforcement.takedowns (id),
        number integer NOT NULL CHECK (number > 0),
        at_version integer NOT NULL,
        bytes bytea NOT NULL,
        sha256 text NOT NULL CHECK (sha256 = encode(sha256(bytes), 'hex')),
        content jsonb GENERATED ALWAYS AS (core.part_json(bytes)) STORED,
        address_ids uuid[] NOT NULL,
        written_by uuid REFERENCES core.staff (id),
        written_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (takedown_id, number)
      );

      CREATE TABLE enforcement.takedown_approvals (
        id uuid PRIMARY KEY,
        takedown_id uuid NOT NULL REFERENCES enforcement.takedowns (id),
        content_id uuid NOT NULL UNIQUE REFERENCES enforcement.takedown_contents (id),
        sha256 text NOT NULL,
        approved_by uuid NOT NULL REFERENCES core.staff (id),
        approved_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE FUNCTION enforcement.check_approval() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE approved enforcement.takedown_contents; last_number integer;
      BEGIN
        SELECT * INTO approved FROM enforcement.takedown_contents WHERE id = NEW.content_id AND takedown_id = NEW.takedown_id AND sha256 = NEW.sha256;
        IF NOT FOUND OR EXISTS (SELECT 1 FROM enforcement.takedown_contents c WHERE c.takedown_id = NEW.takedown_id AND c.number > approved.number) THEN
          RAISE EXCEPTION 'only the newest content is approved, by its hash' USING ERRCODE = 'check_violation';
        END IF;
        SELECT coalesce(max(c.number), 0) INTO last_number FROM enforcement.takedown_approvals a JOIN enforcement.takedown_contents c ON c.id = a.content_id WHERE a.takedown_id = NEW.takedown_id;
        IF EXISTS (SELECT 1 FROM enforcement.takedown_contents c WHERE c.takedown_id = NEW.takedown_id AND c.number > last_number AND c.written_by = NEW.approved_by) THEN
          RAISE EXCEPTION 'nobody approves what they wrote' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_approval BEFORE INSERT ON enforcement.takedown_approvals FOR EACH ROW EXECUTE FUNCTION enforcement.check_approval();

      -- what left, to the byte, kept before it leaves; its outcome beside it
      CREATE TABLE enforcement.deliveries (
        id uuid PRIMARY KEY,
        takedown_id uuid NOT NULL REFERENCES enforcement.takedowns (id),
        attempt integer NOT NULL CHECK (attempt > 0),
        content_id uuid NOT NULL REFERENCES enforcement.takedown_contents (id),
        way text NOT NULL, recipient text NOT NULL, reference text NOT NULL,
        evidence_id uuid NOT NULL REFERENCES core.evidence_items (id),
        begun_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (takedown_id, attempt)
      );
      CREATE FUNCTION enforcement.check_delivery() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM enforcement.takedown_approvals a WHERE a.content_id = NEW.content_id AND a.takedown_id = NEW.takedown_id) THEN
          RAISE EXCEPTION 'nothing leaves that was not approved' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_delivery BEFORE INSERT ON enforcement.deliveries FOR EACH ROW EXECUTE FUNCTION enforcement.check_delivery();
      CREATE TABLE enforcement.delivery_tries (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        delivery_id uuid NOT NULL REFERENCES enforcement.deliveries (id),
        says text NOT NULL, tried_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX delivery_tries_delivery ON enforcement.delivery_tries (delivery_id);
      CREATE TABLE enforcement.delivery_outcomes (
        delivery_id uuid PRIMARY KEY REFERENCES enforcement.deliveries (id),
        outcome text NOT NULL CHECK (outcome IN ('delivered', 'bounced')),
        proof jsonb NOT NULL, says text,
        at timestamptz NOT NULL DEFAULT core.office_now(),
        CHECK ((outcome = 'bounced') = (says IS NOT NULL))
      );
      -- a bounce that came back after the message was taken
      CREATE TABLE enforcement.late_bounces (
        delivery_id uuid PRIMARY KEY REFERENCES enforcement.deliveries (id),
        says text NOT NULL CHECK (length(says) BETWEEN 3 AND 4000),
        noted_by uuid NOT NULL REFERENCES core.staff (id),
        noted_at timestamptz NOT NULL DEFAULT core.office_now()
      );

      -- one exact URL that was asked for
      CREATE TABLE enforcement.items (
        id uuid PRIMARY KEY,
        takedown_id uuid NOT NULL REFERENCES enforcement.takedowns (id),
        case_id uuid NOT NULL,
        address_id uuid NOT NULL, post_id uuid NOT NULL, url text NOT NULL,
        state text NOT NULL DEFAULT 'awaiting' CHECK (state IN ('awaiting', 'removed-claimed', 'refused', 'restricted', 'verified-removed', 'reappeared', 'withdrawn')),
        version integer NOT NULL DEFAULT 1,
        asked_at timestamptz NOT NULL, due_at timestamptz NOT NULL,
        overdue boolean NOT NULL DEFAULT false,
        claimed_at timestamptz, verified_at timestamptz,
        UNIQUE (takedown_id, address_id)
      );
      CREATE INDEX items_address ON enforcement.items (address_id);
      CREATE INDEX items_due ON enforcement.items (due_at, id);

      CREATE TABLE enforcement.item_replies (
        id uuid PRIMARY KEY,
        item_id uuid NOT NULL REFERENCES enforcement.items (id),
        reply text NOT NULL CHECK (reply IN ('removed-claimed', 'refused', 'restricted')),
        text text NOT NULL CHECK (length(text) <= 10000),
        received_at timestamptz NOT NULL,
        recorded_by uuid REFERENCES core.staff (id),
        -- what the other side's system calls this answer
        source text, recorded_at timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE (item_id, source)
      );
      CREATE TABLE enforcement.item_looks (
        item_id uuid NOT NULL REFERENCES enforcement.items (id),
        capture_id uuid NOT NULL,
        why text NOT NULL CHECK (why IN ('schedule', 'claim', 'person')),
        ordered_by uuid REFERENCES core.staff (id),
        ordered_at timestamptz NOT NULL DEFAULT core.office_now(),
        PRIMARY KEY (item_id, capture_id)
      );
      -- each step of an item with what it rests on
      CREATE TABLE enforcement.item_steps (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        item_id uuid NOT NULL REFERENCES enforcement.items (id),
        from_state text NOT NULL, to_state text NOT NULL,
        captures uuid[] NOT NULL DEFAULT '{}', reply_id uuid,
        at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX item_steps_item ON enforcement.item_steps (item_id);

      -- why a request was withdrawn or its sending undone, in words
      CREATE TABLE enforcement.takedown_notes (
        id uuid PRIMARY KEY,
        takedown_id uuid NOT NULL REFERENCES enforcement.takedowns (id),
        act text NOT NULL CHECK (act IN ('withdraw')), reason text NOT NULL,
        by uuid REFERENCES core.staff (id), at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX takedown_notes_takedown ON enforcement.takedown_notes (takedown_id);

      GRANT SELECT, INSERT, UPDATE (state, version, attempt, leaves_at, sent_at) ON enforcement.takedowns TO lachan_app;
      GRANT SELECT, INSERT, UPDATE (state, version, asked_at, due_at, overdue, claimed_at, verified_at) ON enforcement.items TO lachan_app;
      GRANT SELECT, INSERT ON enforcement.takedown_contents, enforcement.takedown_approvals, enforcement.deliveries, enforcement.delivery_tries, enforcement.delivery_outcomes,
        enforcement.late_bounces, enforcement.item_replies, enforcement.item_looks, enforcement.item_steps, enforcement.takedown_notes TO lachan_app;
      GRANT SELECT ON ALL TABLES IN SCHEMA enforcement TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA enforcement CASCADE');
  }
}
