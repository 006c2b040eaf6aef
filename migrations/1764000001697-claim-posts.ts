import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which posts say a version of a claim as they read now, a narrow row each, so that its spread is counted in one go over an index. */
export class ClaimPosts1764000001697 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- made from items, matches and judgements by the triggers below, in the transaction of each change
      CREATE TABLE classify.claim_posts (
        version_id uuid NOT NULL REFERENCES classify.claim_versions (id),
        item_id uuid NOT NULL REFERENCES classify.triage_items (id),
        post_id uuid NOT NULL,
        posted_on date, received_at timestamptz NOT NULL,
        stance text, judgement text,
        PRIMARY KEY (item_id, version_id)
      );
      -- one item's rows by their keys; a plan that was made while the tables were small would read them whole
      CREATE FUNCTION classify.note_claim_posts(of_item uuid, of_version uuid) RETURNS void LANGUAGE sql SET enable_seqscan = off AS $$
        DELETE FROM classify.claim_posts p WHERE p.item_id = of_item AND (of_version IS NULL OR p.version_id = of_version) AND NOT EXISTS (
          SELECT 1 FROM classify.triage_items t JOIN classify.matches m ON m.item_id = t.id AND m.text_sha256 = t.text_sha256
          WHERE t.id = p.item_id AND m.version_id = p.version_id AND t.state <> 'merged' AND m.decision IS DISTINCT FROM 'rejected');
        INSERT INTO classify.claim_posts AS p (version_id, item_id, post_id, posted_on, received_at, stance, judgement)
          SELECT m.version_id, t.id, t.post_id, t.posted_on, t.received_at, m.stance ->> 'label', CASE WHEN t.state = 'judged' THEN (
            SELECT j.judgement FROM classify.judgements j WHERE j.item_id = t.id AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1) END
          FROM classify.triage_items t JOIN classify.matches m ON m.item_id = t.id AND m.text_sha256 = t.text_sha256
          WHERE t.id = of_item AND (of_version IS NULL OR m.version_id = of_version) AND t.state <> 'merged' AND m.decision IS DISTINCT FROM 'rejected'
        ON CONFLICT (item_id, version_id) DO UPDATE SET posted_on = EXCLUDED.posted_on, stance = EXCLUDED.stance, judgement = EXCLUDED.judgement
          WHERE (p.posted_on, p.stance, p.judgement) IS DISTINCT FROM (EXCLUDED.posted_on, EXCLUDED.stance, EXCLUDED.judgement);
      $$;
      CREATE FUNCTION classify.match_noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM classify.note_claim_posts(NEW.item_id, NEW.version_id); RETURN NULL; END $$;
      CREATE FUNCTION classify.item_noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM classify.note_claim_posts(NEW.id, NULL); RETURN NULL; END $$;
      CREATE FUNCTION classify.judgement_noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM classify.note_claim_posts(NEW.item_id, NULL); RETURN NULL; END $$;
      CREATE FUNCTION classify.undo_noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM classify.note_claim_posts(j.item_id, NULL) FROM classify.judgements j WHERE j.id = NEW.judgement_id; RETURN NULL; END $$;
      CREATE TRIGGER match_noted AFTER INSERT OR UPDATE OF stance, decision ON classify.matches FOR EACH ROW EXECUTE FUNCTION classify.match_noted();
      CREATE TRIGGER item_noted AFTER UPDATE OF text_sha256, state, posted_on ON classify.triage_items FOR EACH ROW
        WHEN ((OLD.text_sha256, OLD.state, OLD.posted_on) IS DISTINCT FROM (NEW.text_sha256, NEW.state, NEW.posted_on)) EXECUTE FUNCTION classify.item_noted();
      CREATE TRIGGER judgement_noted AFTER INSERT ON classify.judgements FOR EACH ROW EXECUTE FUNCTION classify.judgement_noted();
      CREATE TRIGGER undo_noted AFTER INSERT ON classify.judgement_undos FOR EACH ROW EXECUTE FUNCTION classify.undo_noted();
      GRANT SELECT, INSERT, UPDATE, DELETE ON classify.claim_posts TO lachan_app;
      GRANT SELECT ON classify.claim_posts TO lachan_reader;

      INSERT INTO classify.claim_posts (version_id, item_id, post_id, posted_on, received_at, stance, judgement)
        SELECT m.version_id, t.id, t.post_id, t.posted_on, t.received_at, m.stance ->> 'label', CASE WHEN t.state = 'judged' THEN (
          SELECT j.judgement FROM classify.judgements j WHERE j.item_id = t.id AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1) END
        FROM classify.triage_items t JOIN classify.matches m ON m.item_id = t.id AND m.text_sha256 = t.text_sha256 WHERE t.state <> 'merged' AND m.decision IS DISTINCT FROM 'rejected';
      CREATE INDEX claim_posts_version ON classify.claim_posts (version_id) INCLUDE (posted_on, received_at, stance, judgement, post_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER match_noted ON classify.matches; DROP TRIGGER item_noted ON classify.triage_items; DROP TRIGGER judgement_noted ON classify.judgements; DROP TRIGGER undo_noted ON classify.judgement_undos;
      DROP FUNCTION classify.match_noted, classify.item_noted, classify.judgement_noted, classify.undo_noted, classify.note_claim_posts;
      DROP TABLE classify.claim_posts;
    `);
  }
}
