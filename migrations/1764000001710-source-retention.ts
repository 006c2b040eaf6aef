import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Captures of sources are kept as long as a claim or a case rests on them, and for a time afterwards; which versions name a link is known to the database. */
export class SourceRetention1764000001710 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- insert-only; a version of which the office opens no link has one row without any, so that it is known to be read
      CREATE TABLE classify.version_sources (
        version_id uuid NOT NULL REFERENCES classify.claim_versions (id),
        link_id uuid REFERENCES classify.source_links (id),
        UNIQUE NULLS NOT DISTINCT (version_id, link_id)
      );
      CREATE INDEX version_sources_link ON classify.version_sources (link_id, version_id);
      GRANT SELECT, INSERT ON classify.version_sources TO lachan_app;
      GRANT SELECT ON classify.version_sources TO lachan_reader;
      -- links have their one form by the rules of the program: the worker reads the versions that are there, one after the other
      INSERT INTO core.due (kind, ref, due_at) SELECT 'claim-sources', v.id, core.office_now() FROM classify.claim_versions v WHERE jsonb_array_length(v.sources) > 0;

      ALTER TABLE retention.batches DROP CONSTRAINT batches_kind_check,
        ADD CONSTRAINT batches_kind_check CHECK (kind IN ('reporter', 'report', 'capture', 'party', 'file', 'source'));

      CREATE OR REPLACE FUNCTION retention.cases_of(of_kind text, ref uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
        WITH sealed AS (SELECT c.evidence_id AS id FROM crawl.captures c WHERE of_kind IN ('capture', 'source') AND c.id = ref
            UNION ALL SELECT x.evidence_id FROM cases.exhibits x WHERE of_kind = 'file' AND x.id = ref
            UNION ALL SELECT r.evidence_id FROM intake.reports r WHERE of_kind IN ('reporter', 'report') AND r.id = ref
            UNION ALL SELECT a.evidence_id FROM intake.report_posts l JOIN intake.addresses a ON a.id = l.address_id WHERE of_kind IN ('reporter', 'report') AND l.report_id = ref AND l.ended_at IS NULL),
          -- posts that say a claim which named the source in any version
          claimed AS MATERIALIZED (SELECT DISTINCT v.claim_id FROM crawl.captures c JOIN classify.version_sources s ON s.link_id = c.address_id JOIN classify.claim_versions v ON v.id = s.version_id WHERE of_kind = 'source' AND c.id = ref),
          said AS (SELECT j.post_id FROM claimed k JOIN classify.claim_versions v ON v.claim_id = k.claim_id JOIN classify.judgements j ON j.claim_version_id = v.id
            UNION SELECT t.post_id FROM claimed k JOIN classify.matches m ON m.claim_id = k.claim_id AND m.decision = 'confirmed' JOIN classify.triage_items t ON t.id = m.item_id),
          -- with all posts that became one with those, whichever went into which
          roots AS MATERIALIZED (SELECT DISTINCT coalesce(o.merged_into, o.id) AS id FROM said JOIN intake.posts o ON o.id = said.post_id)
        SELECT l.case_id FROM retention.posts_of(of_kind, ref) p JOIN cases.case_posts l ON l.post_id = p.id
        UNION SELECT l.case_id FROM roots JOIN cases.case_posts l ON l.post_id = roots.id
        UNION SELECT l.case_id FROM roots JOIN intake.posts o ON o.merged_into = roots.id JOIN cases.case_posts l ON l.post_id = o.id
        UNION SELECT x.case_id FROM sealed JOIN cases.exhibits x ON x.evidence_id = sealed.id
        UNION SELECT p.case_id FROM cases.parties p WHERE of_kind = 'party' AND p.id = ref
      $$;

      -- since when no claim rests on the source any more: those that named it, or the ones that they went into, are retired. Null while one counts, or while a version was not read yet
      CREATE FUNCTION retention.claims_left(ref uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT max(greatest((SELECT max(r.decided_at) FROM classify.claim_retirements r WHERE r.claim_id = h.id AND r.agreed), (SELECT max(m.decided_at) FROM classify.claim_merges m WHERE m.claim_id = c.id AND m.agreed)))
        FROM (SELECT DISTINCT v.claim_id FROM crawl.captures k JOIN classify.version_sources s ON s.link_id = k.address_id JOIN classify.claim_versions v ON v.id = s.version_id WHERE k.id = ref AND k.reason = 'source') named
          JOIN classify.claims c ON c.id = named.claim_id JOIN classify.claims h ON h.id = coalesce(c.merged_into, c.id)
        HAVING bool_and(h.state = 'retired') AND NOT EXISTS (SELECT 1 FROM classify.claim_versions v WHERE jsonb_array_length(v.sources) > 0 AND NOT EXISTS (SELECT 1 FROM classify.version_sources s WHERE s.version_id = v.id))
      $$;
      REVOKE EXECUTE ON FUNCTION retention.claims_left FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION retention.claims_left TO lachan_app;

      CREATE OR REPLACE FUNCTION retention.ended(of_kind text, basis text, ref uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
        WITH posts AS MATERIALIZED (SELECT p.id, p.root FROM retention.posts_of(of_kind, ref) p),
          its AS MATERIALIZED (SELECT c.state, coalesce((SELECT max(s.taken_at) FROM cases.steps s WHERE s.case_id = c.id), c.opened_at) AS at,
              EXISTS (SELECT 1 FROM cases.steps s WHERE s.case_id = c.id AND 'confirmed' IN (s.from_state, s.to_state)) AS confirmed
            FROM retention.cases_of(of_kind, ref) i JOIN cases.cases c ON c.id = i.id),
          -- of each post the judgement that stands; one that has none waits for it
          judged AS (SELECT DISTINCT ON (p.root) p.root, j.judgement, j.judged_at FROM posts p LEFT JOIN classify.judgements j ON j.post_id = p.id
            AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY p.root, j.recorded_at DESC NULLS LAST)
        SELECT CASE
          WHEN EXISTS (SELECT 1 FROM its WHERE state <> 'closed' AND (state <> 'dismissed' OR confirmed)) OR EXISTS (SELECT 1 FROM classify.triage_items t JOIN posts ON posts.id = t.post_id WHERE t.look_again OR t.state = 'waiting') THEN NULL
          WHEN of_kind = 'source' THEN (SELECT CASE WHEN basis = 'nothing-rests' AND l.at IS NOT NULL THEN greatest(l.at, (SELECT max(at) FROM its)) END FROM retention.claims_left(ref) AS l (at))
          WHEN EXISTS (SELECT 1 FROM its) THEN CASE
            WHEN basis = 'matter-ended' OR basis = 'case-closed' AND EXISTS (SELECT 1 FROM its WHERE confirmed)
              OR basis = 'case-dismissed' AND NOT EXISTS (SELECT 1 FROM its WHERE confirmed) THEN (SELECT max(at) FROM its) END
          WHEN basis IN ('judged-harmless', 'matter-ended', 'no-case')
            THEN (SELECT max(judged_at) FROM judged HAVING bool_and(judgement IS NOT NULL AND (basis <> 'judged-harmless' OR judgement <> 'false-statement-of-fact'))) END
      $$;
      CREATE OR REPLACE FUNCTION retention.since(kind text, basis text, ref uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT CASE WHEN e.at IS NOT NULL THEN greatest(e.at, (SELECT greatest(c.ended_at, c.ordered_at) FROM crawl.captures c WHERE since.kind IN ('capture', 'source') AND c.id = since.ref)) END
        FROM retention.ended(kind, basis, ref) AS e (at)
      $$;

      CREATE OR REPLACE FUNCTION retention.purge(item uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE i retention.items; b retention.batches; why text; held jsonb; BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('lachan holds'));
        SELECT * INTO i FROM retention.items WHERE id = item FOR UPDATE;
        SELECT * INTO b FROM retention.batches WHERE id = i.batch_id FOR SHARE;
        IF b.state IS DISTINCT FROM 'approved' THEN RAISE EXCEPTION 'nothing is purged that two persons did not let go' USING ERRCODE = 'check_violation'; END IF;
        IF i.state <> 'due' THEN RETURN i.state; END IF;
        why := CASE WHEN retention.on_hold(i.kind, i.ref_id) THEN 'held'
          WHEN coalesce(retention.since(i.kind, b.basis, i.ref_id) + b.keep > core.office_now(), true) THEN 'not-due' END;
        IF why IS NOT NULL THEN
          UPDATE retention.items SET state = 'refused', said = why, settled_at = core.office_now() WHERE id = item;
          RETURN why;
        END IF;
        held := CASE WHEN i.kind IN ('capture', 'source') THEN retention.purge_capture(item, i.ref_id) WHEN i.kind = 'reporter' THEN retention.purge_reporter(i.ref_id)
          WHEN i.kind = 'report' THEN retention.purge_report(item, i.ref_id) WHEN i.kind = 'party' THEN retention.purge_party(i.ref_id) WHEN i.kind = 'file' THEN retention.purge_file(item, i.ref_id) END;
        INSERT INTO retention.tombstones (kind, ref_id, item_id, rule, since, held, submitted_by, decided_by)
          VALUES (i.kind, i.ref_id, item, b.rule, i.since, held, b.submitted_by, b.decided_by);
        UPDATE retention.items SET state = 'purged', settled_at = core.office_now() WHERE id = item;
        RETURN 'purged';
      END $$;
      -- a version or a case that comes to rest on a source waits for a purge, and then finds what is
      CREATE TRIGGER wait_for_purge BEFORE INSERT ON classify.version_sources FOR EACH STATEMENT EXECUTE FUNCTION retention.wait_for_purge();
      CREATE TRIGGER wait_for_purge BEFORE UPDATE OF state ON classify.claims FOR EACH STATEMENT EXECUTE FUNCTION retention.wait_for_purge();
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was purged stays known: there is no way down');
  }
}
