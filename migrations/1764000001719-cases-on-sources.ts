import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case rests on a source through every post that its own became one with, whichever of them went into which. */
export class CasesOnSources1764000001719 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION retention.cases_of(of_kind text, ref uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
        WITH sealed AS (SELECT c.evidence_id AS id FROM crawl.captures c WHERE of_kind IN ('capture', 'source') AND c.id = ref
            UNION ALL SELECT x.evidence_id FROM cases.exhibits x WHERE of_kind = 'file' AND x.id = ref
            UNION ALL SELECT r.evidence_id FROM intake.reports r WHERE of_kind IN ('reporter', 'report') AND r.id = ref
            UNION ALL SELECT a.evidence_id FROM intake.report_posts l JOIN intake.addresses a ON a.id = l.address_id WHERE of_kind IN ('reporter', 'report') AND l.report_id = ref AND l.ended_at IS NULL),
          -- posts that say a claim which named the source in any version
          claimed AS MATERIALIZED (SELECT DISTINCT v.claim_id FROM crawl.captures c JOIN classify.version_sources s ON s.link_id = c.address_id JOIN classify.claim_versions v ON v.id = s.version_id WHERE of_kind = 'source' AND c.id = ref),
          said AS (SELECT j.post_id FROM claimed k JOIN classify.claim_versions v ON v.claim_id = k.claim_id JOIN classify.judgements j ON j.claim_version_id = v.id
            UNION SELECT t.post_id FROM claimed k JOIN classify.matches m ON m.claim_id = k.claim_id AND m.decision = 'confirmed' JOIN classify.triage_items t ON t.id = m.item_id),
          roots AS MATERIALIZED (SELECT DISTINCT coalesce(o.merged_into, o.id) AS id FROM said JOIN intake.posts o ON o.id = said.post_id)
        SELECT l.case_id FROM retention.posts_of(of_kind, ref) p JOIN cases.case_posts l ON l.post_id = p.id
        UNION SELECT l.case_id FROM roots JOIN cases.case_posts l ON l.post_id = roots.id
        UNION SELECT l.case_id FROM roots JOIN intake.posts o ON o.merged_into = roots.id JOIN cases.case_posts l ON l.post_id = o.id
        UNION SELECT x.case_id FROM sealed JOIN cases.exhibits x ON x.evidence_id = sealed.id
        UNION SELECT p.case_id FROM cases.parties p WHERE of_kind = 'party' AND p.id = ref
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was purged stays known: there is no way down');
  }
}
