import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people brought are purged like captures; with evidence go the words of its matches; what is purged says by which rule; and bytes that nobody came to name are found. */
export class PurgeFiles1764000001610 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE retention.batches DROP CONSTRAINT batches_kind_check,
        ADD CONSTRAINT batches_kind_check CHECK (kind IN ('reporter', 'report', 'capture', 'party', 'file'));

      -- all that is personal of a file goes at once; what it was stays
      ALTER TABLE cases.files ALTER name DROP NOT NULL, ALTER origin DROP NOT NULL, ALTER claims DROP NOT NULL,
        ADD CONSTRAINT files_whole_or_purged CHECK (num_nulls(name, origin, claims) = 0 OR num_nonnulls(name, origin, claims, still, upload_key) = 0);

      -- by what evidence went, as it was called then: its class with its ground
      ALTER TABLE core.evidence_tombstones ADD COLUMN rule jsonb;
      UPDATE core.evidence_tombstones t SET rule = b.rule FROM retention.items i JOIN retention.batches b ON b.id = i.batch_id WHERE i.id = t.item_id;

      -- bytes that are put into the store before the transaction that names them, and leave this list in it
      CREATE TABLE core.unsealed_bytes (
        digest text PRIMARY KEY CHECK (digest ~ '^[0-9a-f]{64}$'),
        put_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX unsealed_bytes_put ON core.unsealed_bytes (put_at);
      GRANT SELECT, INSERT, DELETE, UPDATE (put_at) ON core.unsealed_bytes TO lachan_app;
      GRANT SELECT ON core.unsealed_bytes TO lachan_reader;

      CREATE OR REPLACE FUNCTION retention.cases_of(of_kind text, ref uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
        WITH sealed AS (SELECT c.evidence_id AS id FROM crawl.captures c WHERE of_kind = 'capture' AND c.id = ref
            UNION ALL SELECT x.evidence_id FROM cases.exhibits x WHERE of_kind = 'file' AND x.id = ref
            UNION ALL SELECT r.evidence_id FROM intake.reports r WHERE of_kind IN ('reporter', 'report') AND r.id = ref
            UNION ALL SELECT a.evidence_id FROM intake.report_posts l JOIN intake.addresses a ON a.id = l.address_id WHERE of_kind IN ('reporter', 'report') AND l.report_id = ref AND l.ended_at IS NULL)
        SELECT l.case_id FROM retention.posts_of(of_kind, ref) p JOIN cases.case_posts l ON l.post_id = p.id
        UNION SELECT x.case_id FROM sealed JOIN cases.exhibits x ON x.evidence_id = sealed.id
        UNION SELECT p.case_id FROM cases.parties p WHERE of_kind = 'party' AND p.id = ref
      $$;

      -- the words by which a post was matched go with the evidence that they were read in; score, stance and decision stay
      CREATE INDEX matches_evidence ON classify.matches (evidence_id) WHERE evidence_id IS NOT NULL;
      CREATE FUNCTION retention.purge_match_words(of_evidence uuid) RETURNS void LANGUAGE sql AS $$
        UPDATE classify.matches SET spans = '[]',
          reasons = (SELECT coalesce(jsonb_agg(r.reason || CASE jsonb_typeof(r.reason -> 'words') WHEN 'array' THEN '{"words": []}' WHEN 'string' THEN '{"words": ""}' ELSE '{}' END::jsonb ORDER BY r.place), '[]') FROM jsonb_array_elements(reasons) WITH ORDINALITY AS r (reason, place))
        WHERE evidence_id = of_evidence
      $$;
      REVOKE EXECUTE ON FUNCTION retention.purge_match_words FROM PUBLIC;
      SELECT retention.purge_match_words(evidence_id) FROM core.evidence_tombstones;

      CREATE OR REPLACE FUNCTION retention.bury(item uuid, evidence uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE found core.evidence_items; BEGIN
        SELECT * INTO found FROM core.evidence_items WHERE id = evidence;
        IF found.id IS NULL THEN RETURN '[]'; END IF;
        INSERT INTO core.evidence_tombstones (evidence_id, item_id, rule) SELECT evidence, i.id, b.rule FROM retention.items i JOIN retention.batches b ON b.id = i.batch_id WHERE i.id = item ON CONFLICT DO NOTHING;
        INSERT INTO retention.objects (digest) VALUES (found.sha256) ON CONFLICT (digest) DO UPDATE SET doomed_at = clock_timestamp(), outcome = NULL, settled_at = NULL;
        PERFORM retention.purge_match_words(evidence);
        RETURN jsonb_build_array(jsonb_build_object('name', found.kind, 'sha256', found.sha256, 'mediaType', found.media_type, 'bytes', found.bytes, 'sealedAt', found.sealed_at));
      END $$;

      CREATE FUNCTION retention.purge_file(item uuid, ref uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE held jsonb; BEGIN
        SELECT jsonb_build_object('kind', f.kind, 'parts', retention.bury(item, x.evidence_id)) INTO held FROM cases.files f JOIN cases.exhibits x ON x.id = f.exhibit_id WHERE f.exhibit_id = ref;
        UPDATE cases.files SET name = NULL, origin = NULL, claims = NULL, still = NULL, upload_key = NULL WHERE exhibit_id = ref;
        RETURN held;
      END $$;
      REVOKE EXECUTE ON FUNCTION retention.purge_file FROM PUBLIC;

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
        held := CASE i.kind WHEN 'capture' THEN retention.purge_capture(item, i.ref_id) WHEN 'reporter' THEN retention.purge_reporter(i.ref_id)
          WHEN 'report' THEN retention.purge_report(item, i.ref_id) WHEN 'party' THEN retention.purge_party(i.ref_id) WHEN 'file' THEN retention.purge_file(item, i.ref_id) END;
        INSERT INTO retention.tombstones (kind, ref_id, item_id, rule, since, held, submitted_by, decided_by)
          VALUES (i.kind, i.ref_id, item, b.rule, i.since, held, b.submitted_by, b.decided_by);
        UPDATE retention.items SET state = 'purged', settled_at = core.office_now() WHERE id = item;
        RETURN 'purged';
      END $$;

      -- what nobody came to name in time is doomed from now on: whoever puts the same bytes meanwhile has the same time again
      CREATE OR REPLACE FUNCTION retention.doomed(grace interval, most integer) RETURNS TABLE (digest text, doomed_at timestamptz) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
        WITH left_over AS (DELETE FROM core.unsealed_bytes u WHERE u.put_at + grace <= clock_timestamp() RETURNING u.digest)
        INSERT INTO retention.objects AS o (digest) SELECT l.digest FROM left_over l
          ON CONFLICT ON CONSTRAINT objects_pkey DO UPDATE SET doomed_at = clock_timestamp(), outcome = NULL, settled_at = NULL WHERE o.outcome IS NOT NULL;
        UPDATE retention.objects o SET outcome = 'named', settled_at = clock_timestamp() WHERE o.outcome IS NULL AND o.doomed_at + grace <= clock_timestamp() AND retention.named(o.digest);
        RETURN QUERY SELECT o.digest, o.doomed_at FROM retention.objects o WHERE o.outcome IS NULL AND o.doomed_at + grace <= clock_timestamp() ORDER BY o.doomed_at LIMIT most;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was purged stays known: there is no way down');
  }
}
