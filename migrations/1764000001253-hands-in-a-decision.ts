import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who had a hand in a decision is told in one place: whoever wrote it, or the record under it, or signed what counts. A signature that was voided is none. */
export class HandsInADecision1764000001253 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION enforcement.hands_in(penalty uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        SELECT c.written_by FROM enforcement.penalty_contents c WHERE c.penalty_id = penalty AND c.written_by IS NOT NULL
        UNION SELECT s.signed_by FROM enforcement.penalty_signatures s JOIN enforcement.penalty_contents c ON c.id = s.content_id
          WHERE c.penalty_id = penalty AND c.number = (SELECT max(n.number) FROM enforcement.penalty_contents n WHERE n.penalty_id = penalty)
        UNION SELECT v.written_by FROM enforcement.penalties p JOIN enforcement.violation_contents v ON v.violation_id = p.violation_id
          WHERE p.id = penalty
      $$;
      CREATE OR REPLACE FUNCTION enforcement.had_a_hand(person uuid, complaint uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT 1 FROM enforcement.complaints k WHERE k.id = complaint AND person IN (SELECT enforcement.hands_in(k.penalty_id)))
      $$;
      CREATE OR REPLACE FUNCTION enforcement.check_signature() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE signed enforcement.penalty_contents; annulled uuid;
      BEGIN
        SELECT * INTO signed FROM enforcement.penalty_contents WHERE id = NEW.content_id AND penalty_id = NEW.penalty_id AND sha256 = NEW.sha256;
        IF NOT FOUND OR EXISTS (SELECT 1 FROM enforcement.penalty_contents c WHERE c.penalty_id = NEW.penalty_id AND c.number > signed.number) THEN
          RAISE EXCEPTION 'only the newest content is signed, by its hash' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT 1 FROM enforcement.penalty_contents c WHERE c.penalty_id = NEW.penalty_id AND c.written_by = NEW.signed_by) THEN
          RAISE EXCEPTION 'nobody signs what they wrote' USING ERRCODE = 'check_violation';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM core.staff_titles t WHERE t.id = NEW.title_id AND t.staff_id = NEW.signed_by AND t.approved_at IS NOT NULL AND t.ended_at IS NULL
            AND t.from_day <= NEW.signed_on AND (t.to_day IS NULL OR t.to_day >= NEW.signed_on)) THEN
          RAISE EXCEPTION 'the signer does not hold that title on that day' USING ERRCODE = 'check_violation';
        END IF;
        SELECT annuls INTO annulled FROM enforcement.penalties WHERE id = NEW.penalty_id;
        IF annulled IS NOT NULL AND NEW.signed_by IN (SELECT enforcement.hands_in(annulled)) THEN
          RAISE EXCEPTION 'nobody annuls what they signed or wrote' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Who had a hand in a decision stays known: there is no way down');
  }
}
