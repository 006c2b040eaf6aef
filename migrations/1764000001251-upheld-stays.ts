import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a complaint was upheld for is neither given up before its approval nor after it. */
export class UpheldStays1764000001251 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION enforcement.keep_upheld() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT 1 FROM enforcement.complaint_approvals p WHERE p.annulment_id = NEW.id) THEN
          RAISE EXCEPTION 'an annulment that a complaint was upheld for is not given up' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_upheld BEFORE UPDATE OF state ON enforcement.penalties FOR EACH ROW
        WHEN (NEW.state = 'cancelled' AND NEW.annuls IS NOT NULL) EXECUTE FUNCTION enforcement.keep_upheld();
      CREATE INDEX complaint_approvals_annulment ON enforcement.complaint_approvals (annulment_id) WHERE annulment_id IS NOT NULL;
      CREATE FUNCTION enforcement.check_upheld_annulment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM enforcement.penalties a JOIN enforcement.complaints k ON k.penalty_id = a.annuls
            WHERE a.id = NEW.annulment_id AND k.id = NEW.complaint_id AND a.state <> 'cancelled') THEN
          RAISE EXCEPTION 'a complaint that is upheld leads to an annulment of its decision that goes on' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_upheld_annulment BEFORE INSERT ON enforcement.complaint_approvals FOR EACH ROW
        WHEN (NEW.annulment_id IS NOT NULL) EXECUTE FUNCTION enforcement.check_upheld_annulment();
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was upheld stays: there is no way down');
  }
}
