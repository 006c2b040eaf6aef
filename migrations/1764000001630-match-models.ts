import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A match names the model that made it, and what another said of the same words before stays. */
export class MatchModels1764000001630 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE classify.matches ADD COLUMN model text NOT NULL DEFAULT 'by-hand', ADD COLUMN matched_at timestamptz;
      ALTER TABLE classify.matches ALTER COLUMN model DROP DEFAULT;

      -- insert-only; the words stand in the post and the claim, whose hash and version the match keeps, so none is copied here
      CREATE TABLE classify.past_matches (
        match_id uuid NOT NULL REFERENCES classify.matches (id),
        model text NOT NULL, score real NOT NULL, strength text NOT NULL, stance jsonb NOT NULL,
        matched_at timestamptz,
        replaced_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX past_matches_match ON classify.past_matches (match_id, replaced_at);
      CREATE FUNCTION classify.keep_past_match() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO classify.past_matches (match_id, model, score, strength, stance, matched_at) VALUES (OLD.id, OLD.model, OLD.score, OLD.strength, OLD.stance, OLD.matched_at);
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_past_match BEFORE UPDATE ON classify.matches FOR EACH ROW
        WHEN (OLD.model <> NEW.model OR OLD.score <> NEW.score OR OLD.strength <> NEW.strength OR OLD.stance <> NEW.stance) EXECUTE FUNCTION classify.keep_past_match();
      GRANT SELECT, INSERT ON classify.past_matches TO lachan_app;
      GRANT SELECT ON classify.past_matches TO lachan_reader;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What models said stays known: there is no way down');
  }
}
