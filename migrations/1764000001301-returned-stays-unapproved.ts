import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPROVALS: [approvals: string, names: string, returns: string][] = [
  ['enforcement.takedown_approvals', 'content_id', 'enforcement.takedown_returns'],
  ['enforcement.penalty_signatures', 'content_id', 'enforcement.penalty_returns'],
  ['enforcement.complaint_approvals', 'answer_id', 'enforcement.complaint_returns'],
  ['classify.claim_approvals', 'version_id', 'classify.claim_returns'],
  ['publication.correction_approvals', 'content_id', 'publication.correction_returns'],
];

/** What was sent back is approved by nobody, whoever asks for it. */
export class ReturnedStaysUnapproved1764000001301 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION core.refuse_returned() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE returned boolean;
      BEGIN
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s r WHERE r.%I = $1)', TG_ARGV[0], TG_ARGV[1]) INTO returned USING (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
        IF returned THEN
          RAISE EXCEPTION 'what was sent back is not approved' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
    `);
    for (const [approvals, names, returns] of APPROVALS)
      await db.query(
        `CREATE TRIGGER refuse_returned BEFORE INSERT ON ${approvals} FOR EACH ROW EXECUTE FUNCTION core.refuse_returned('${returns}', '${names}')`,
      );
  }

  async down(): Promise<void> {
    throw new Error('What was sent back stays unapproved: there is no way down');
  }
}
