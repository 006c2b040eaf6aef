import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever had a hand in a decision ends no complaint about it, and it is taken back by a paper. */
export class HandsInComplaints1764000001250 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION enforcement.is_paper(exhibit uuid, of_case uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT 1 FROM cases.exhibits x JOIN core.evidence_items e ON e.id = x.evidence_id
          WHERE x.id = exhibit AND x.case_id = of_case AND e.kind = 'document')
      $$;
      CREATE FUNCTION enforcement.check_complaint() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.exhibit_id IS NOT NULL AND NOT enforcement.is_paper(NEW.exhibit_id, NEW.case_id) THEN
          RAISE EXCEPTION 'a complaint is shown by a paper of its case' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_complaint BEFORE INSERT ON enforcement.complaints FOR EACH ROW EXECUTE FUNCTION enforcement.check_complaint();
      CREATE FUNCTION enforcement.check_complaint_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF enforcement.had_a_hand(NEW.taken_by, NEW.complaint_id) OR NEW.state = 'withdrawn'
            AND EXISTS (SELECT 1 FROM enforcement.complaint_answers a WHERE a.complaint_id = NEW.complaint_id AND a.written_by = NEW.taken_by) THEN
          RAISE EXCEPTION 'nobody accepts, refuses or ends a complaint about their own decision' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.state = 'withdrawn' AND NOT EXISTS (SELECT 1 FROM enforcement.complaints k WHERE k.id = NEW.complaint_id AND enforcement.is_paper(NEW.exhibit_id, k.case_id)) THEN
          RAISE EXCEPTION 'a complaint is taken back by a paper of its case' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_complaint_step BEFORE INSERT ON enforcement.complaint_steps FOR EACH ROW EXECUTE FUNCTION enforcement.check_complaint_step();
    `);
  }

  async down(): Promise<void> {
    throw new Error('What holds of complaints is not given up: there is no way down');
  }
}
