import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is not accepted is approved as an answer is; whoever issued a decision approves only where nobody else of that title may. */
export class WhoAnswersComplaints1764000001254 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- somebody's own signature is all that stands against them, and nobody else with one of these titles may approve
      CREATE FUNCTION enforcement.issuer_alone(person uuid, complaint uuid, day date, titles text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT 1 FROM enforcement.complaints k WHERE k.id = complaint
          AND person IN (SELECT s.signed_by FROM enforcement.penalty_signatures s WHERE s.penalty_id = k.penalty_id AND s.signed_by IN (SELECT enforcement.hands_in(k.penalty_id)))
          AND NOT EXISTS (SELECT 1 FROM enforcement.penalty_contents c WHERE c.penalty_id = k.penalty_id AND c.written_by = person)
          AND NOT EXISTS (SELECT 1 FROM enforcement.violation_contents v WHERE v.violation_id = k.violation_id AND v.written_by = person)
          AND NOT EXISTS (SELECT 1 FROM enforcement.complaint_answers a WHERE a.complaint_id = k.id AND a.written_by = person)
          AND NOT EXISTS (SELECT 1 FROM core.staff_titles t WHERE t.staff_id <> person AND t.title = ANY(titles) AND t.approved_at IS NOT NULL AND t.ended_at IS NULL
            AND t.from_day <= day AND (t.to_day IS NULL OR t.to_day >= day) AND t.staff_id NOT IN (SELECT enforcement.hands_in(k.penalty_id))
            AND NOT EXISTS (SELECT 1 FROM enforcement.complaint_answers a WHERE a.complaint_id = k.id AND a.written_by = t.staff_id)))
      $$;
      CREATE OR REPLACE FUNCTION enforcement.check_complaint_approval() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE approved enforcement.complaint_answers; standing text; own text;
      BEGIN
        SELECT * INTO approved FROM enforcement.complaint_answers WHERE id = NEW.answer_id AND complaint_id = NEW.complaint_id AND sha256 = NEW.sha256;
        IF NOT FOUND OR EXISTS (SELECT 1 FROM enforcement.complaint_answers a WHERE a.complaint_id = NEW.complaint_id AND a.number > approved.number) THEN
          RAISE EXCEPTION 'only the newest answer is approved, by its hash' USING ERRCODE = 'check_violation';
        END IF;
        SELECT title INTO own FROM core.staff_titles t WHERE t.id = NEW.title_id AND t.staff_id = NEW.approved_by AND t.approved_at IS NOT NULL AND t.ended_at IS NULL
          AND t.from_day <= NEW.approved_on AND (t.to_day IS NULL OR t.to_day >= NEW.approved_on);
        IF (enforcement.had_a_hand(NEW.approved_by, NEW.complaint_id)
              AND NOT enforcement.issuer_alone(NEW.approved_by, NEW.complaint_id, NEW.approved_on, ARRAY[own]))
            OR EXISTS (SELECT 1 FROM enforcement.complaint_answers a WHERE a.complaint_id = NEW.complaint_id AND a.written_by = NEW.approved_by) THEN
          RAISE EXCEPTION 'nobody approves an answer that they wrote, or one about their own decision' USING ERRCODE = 'check_violation';
        END IF;
        IF own IS NULL THEN
          RAISE EXCEPTION 'whoever approves does not hold that title on that day' USING ERRCODE = 'check_violation';
        END IF;
        IF (approved.content ->> 'outcome' = 'upheld') <> (NEW.annulment_id IS NOT NULL) THEN
          RAISE EXCEPTION 'a complaint that is upheld, and no other, leads to an annulment' USING ERRCODE = 'check_violation';
        END IF;
        SELECT state INTO standing FROM enforcement.complaints WHERE id = NEW.complaint_id;
        IF standing <> (CASE approved.content ->> 'outcome' WHEN 'not-accepted' THEN 'not-accepted' ELSE 'answered' END) THEN
          RAISE EXCEPTION 'what is approved is not what became of the complaint' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE OR REPLACE FUNCTION enforcement.check_complaint_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.state = 'not-accepted' THEN
          IF NOT EXISTS (SELECT 1 FROM enforcement.complaint_approvals p WHERE p.complaint_id = NEW.complaint_id AND p.approved_by = NEW.taken_by) THEN
            RAISE EXCEPTION 'what is not accepted was approved by whoever says so' USING ERRCODE = 'check_violation';
          END IF;
        ELSIF enforcement.had_a_hand(NEW.taken_by, NEW.complaint_id) OR NEW.state = 'withdrawn'
            AND EXISTS (SELECT 1 FROM enforcement.complaint_answers a WHERE a.complaint_id = NEW.complaint_id AND a.written_by = NEW.taken_by) THEN
          RAISE EXCEPTION 'nobody accepts or ends a complaint about their own decision' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.state = 'withdrawn' AND NOT EXISTS (SELECT 1 FROM enforcement.complaints k WHERE k.id = NEW.complaint_id AND enforcement.is_paper(NEW.exhibit_id, k.case_id)) THEN
          RAISE EXCEPTION 'a complaint is taken back by a paper of its case' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What holds of complaints is not given up: there is no way down');
  }
}
