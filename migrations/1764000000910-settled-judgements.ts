import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Judgements on which a case was opened: nobody takes them back any more, however young they are. */
export class SettledJudgements1764000000910 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE classify.judgement_settlements (
        judgement_id uuid PRIMARY KEY REFERENCES classify.judgements (id),
        settled_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE FUNCTION classify.refuse_settled_undo() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT 1 FROM classify.judgement_settlements s WHERE s.judgement_id = NEW.judgement_id) THEN
          RAISE EXCEPTION 'a case rests on this judgement' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_settled_undo BEFORE INSERT ON classify.judgement_undos FOR EACH ROW EXECUTE FUNCTION classify.refuse_settled_undo();
      GRANT SELECT, INSERT ON classify.judgement_settlements TO lachan_app;
      GRANT SELECT ON classify.judgement_settlements TO lachan_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TRIGGER refuse_settled_undo ON classify.judgement_undos; DROP FUNCTION classify.refuse_settled_undo; DROP TABLE classify.judgement_settlements',
    );
  }
}
