import type { MigrationInterface, QueryRunner } from 'typeorm';

const ZONE = (process.env.OFFICE_TIME_ZONE || 'Asia/Ho_Chi_Minh').replaceAll("'", '');

/** What the matcher made of each post at the first look, so that it shows when posts become others than it was trained for. */
export class Looks1764000001696 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- model and thresholds as posts came to be matched by them
      CREATE TABLE classify.matching_rules (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        trial_id uuid REFERENCES classify.trials (id), -- null: as the product ships them
        model text NOT NULL, suggest double precision NOT NULL, strong double precision NOT NULL,
        since timestamptz NOT NULL DEFAULT core.office_now(),
        UNIQUE NULLS NOT DISTINCT (trial_id, model, suggest, strong)
      );
      -- insert-only, and no words: scores and counts of the first look at a post that has a text
      CREATE TABLE classify.looks (
        item_id uuid PRIMARY KEY REFERENCES classify.triage_items (id),
        day date NOT NULL,
        rules_id integer REFERENCES classify.matching_rules (id), -- null: looked at before looks were kept
        score real, -- of the claim that it resembles most, also below what is suggested
        strength text CHECK (strength IN ('suggest', 'strong')), stance text,
        language text, letters integer, words integer, unknown integer, CHECK (unknown <= words)
      );
      INSERT INTO classify.looks (item_id, day, score, strength, stance, letters)
        SELECT t.id, (t.received_at AT TIME ZONE '${ZONE}')::date, m.score, m.strength, m.stance, length(t.text)
        FROM classify.triage_items t LEFT JOIN LATERAL (
          SELECT m.score, m.strength, m.stance ->> 'label' AS stance FROM classify.matches m WHERE m.item_id = t.id AND m.strength IS NOT NULL ORDER BY m.strength = 'strong' DESC, m.score DESC LIMIT 1) m ON true
        WHERE t.evidence_id IS NOT NULL AND t.text_sha256 IS NOT NULL;
      CREATE INDEX looks_day ON classify.looks (day) INCLUDE (rules_id, score, strength, stance, language, letters, words, unknown);

      CREATE INDEX matches_decided_at ON classify.matches (decided_at) INCLUDE (strength, decision) WHERE decision IS NOT NULL;
      CREATE INDEX matches_decided_claim ON classify.matches (claim_id) INCLUDE (strength, decision) WHERE decision IS NOT NULL;
      GRANT SELECT, INSERT ON classify.matching_rules, classify.looks TO lachan_app;
      GRANT SELECT ON classify.matching_rules, classify.looks TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP INDEX classify.matches_decided_at, classify.matches_decided_claim; DROP TABLE classify.looks, classify.matching_rules',
    );
  }
}
