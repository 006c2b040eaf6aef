import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks that see whether a link was restored; corrections that the house proposes to withdraw, and those that a second person let stand after a case fell. */
export class Reversal1764000001080 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE enforcement.item_looks DROP CONSTRAINT item_looks_why_check;
      ALTER TABLE enforcement.item_looks ADD CONSTRAINT item_looks_why_check CHECK (why IN ('schedule', 'claim', 'person', 'restoration'));

      -- null: the house proposed it
      ALTER TABLE publication.correction_withdrawals ALTER COLUMN proposed_by DROP NOT NULL;

      CREATE TABLE publication.correction_reviews (
        id uuid PRIMARY KEY,
        content_id uuid NOT NULL REFERENCES publication.correction_contents (id),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        kept_by uuid NOT NULL REFERENCES core.staff (id),
        kept_at timestamptz NOT NULL DEFAULT core.office_now()
      );
      CREATE INDEX correction_reviews_content ON publication.correction_reviews (content_id);
      CREATE FUNCTION publication.check_review() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT 1 FROM publication.correction_contents c WHERE c.id = NEW.content_id AND c.written_by = NEW.kept_by) THEN
          RAISE EXCEPTION 'nobody lets stand what they wrote' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_review BEFORE INSERT ON publication.correction_reviews FOR EACH ROW EXECUTE FUNCTION publication.check_review();
      GRANT SELECT, INSERT ON publication.correction_reviews TO lachan_app;
      GRANT SELECT ON publication.correction_reviews TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE publication.correction_reviews;
      DROP FUNCTION publication.check_review();
    `);
  }
}
