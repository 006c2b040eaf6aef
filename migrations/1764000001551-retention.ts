import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is due to be purged, who let it go, and what stays of it. */
export class Retention1764000001551 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA retention;
      GRANT USAGE ON SCHEMA retention TO lachan_app, lachan_reader, lachan_purger;

      CREATE TABLE retention.sweeps (at timestamptz PRIMARY KEY DEFAULT core.office_now());

      -- proposed by the house, submitted by one person, decided by another
      CREATE TABLE retention.batches (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('reporter', 'report', 'capture', 'party')),
        basis text NOT NULL,
        keep interval NOT NULL CHECK (keep > '0'),
        rule jsonb NOT NULL,
        state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'submitted', 'approved', 'declined', 'done')),
        version integer NOT NULL DEFAULT 1,
        proposed_at timestamptz NOT NULL DEFAULT core.office_now(),
        submitted_by uuid REFERENCES core.staff (id), submitted_at timestamptz, submission_reason_id uuid REFERENCES core.custody_reasons (id),
        decided_by uuid REFERENCES core.staff (id), decided_at timestamptz, decision_reason text CHECK (length(decision_reason) <= 4000),
        done_at timestamptz,
        CHECK (decided_by <> submitted_by),
        CHECK (state = 'proposed' OR submitted_by IS NOT NULL),
        CHECK (state NOT IN ('approved', 'done', 'declined') OR decided_by IS NOT NULL)
      );
      CREATE INDEX batches_newest ON retention.batches (proposed_at DESC, id DESC);
      CREATE INDEX batches_approved ON retention.batches (decided_at) WHERE state = 'approved';

      CREATE TABLE retention.items (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        batch_id uuid NOT NULL REFERENCES retention.batches (id),
        ref_id uuid NOT NULL, kind text NOT NULL,
        post_id uuid, case_id uuid,
        since timestamptz NOT NULL, due_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'kept', 'refused', 'purged')),
        -- kept by a person for a reason, or refused by the house
        reason_id uuid REFERENCES core.custody_reasons (id), settled_by uuid REFERENCES core.staff (id), settled_at timestamptz,
        said text CHECK (said IN ('held', 'not-due', 'declined')),
        told boolean NOT NULL DEFAULT false
      );
      CREATE UNIQUE INDEX items_open ON retention.items (kind, ref_id) WHERE state = 'due';
      CREATE INDEX items_ref ON retention.items (kind, ref_id, settled_at);
      CREATE INDEX items_batch ON retention.items (batch_id, due_at, id);

      -- what stays of what was purged
      CREATE TABLE retention.tombstones (
        kind text NOT NULL, ref_id uuid NOT NULL,
        item_id uuid NOT NULL UNIQUE REFERENCES retention.items (id),
        rule jsonb NOT NULL, since timestamptz NOT NULL,
        held jsonb NOT NULL,
        submitted_by uuid NOT NULL, decided_by uuid NOT NULL,
        purged_at timestamptz NOT NULL DEFAULT core.office_now(),
        PRIMARY KEY (kind, ref_id)
      );
      CREATE TABLE core.evidence_tombstones (
        evidence_id uuid PRIMARY KEY REFERENCES core.evidence_items (id),
        purged_at timestamptz NOT NULL DEFAULT core.office_now(),
        item_id uuid NOT NULL
      );
      -- bytes of the store that nothing named any more at that moment
      CREATE TABLE retention.objects (
        digest text PRIMARY KEY CHECK (digest ~ '^[0-9a-f]{64}$'),
        doomed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        outcome text CHECK (outcome IN ('removed', 'named')), settled_at timestamptz
      );
      CREATE INDEX objects_doomed ON retention.objects (doomed_at) WHERE outcome IS NULL;

      GRANT SELECT, INSERT ON retention.sweeps TO lachan_app;
      GRANT SELECT, INSERT ON retention.batches TO lachan_app;
      GRANT UPDATE (state, version, submitted_by, submitted_at, submission_reason_id, decided_by, decided_at, decision_reason, done_at) ON retention.batches TO lachan_app;
      GRANT SELECT, INSERT, UPDATE (state, reason_id, settled_by, settled_at, said, told) ON retention.items TO lachan_app;
      GRANT SELECT ON retention.tombstones, core.evidence_tombstones, retention.objects TO lachan_app;
      GRANT SELECT ON ALL TABLES IN SCHEMA retention TO lachan_reader;
      GRANT SELECT ON core.evidence_tombstones TO lachan_reader;

      CREATE FUNCTION retention.guard_batch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.state <> 'proposed' OR NEW.submitted_by IS NOT NULL THEN RAISE EXCEPTION 'a batch begins as a proposal' USING ERRCODE = 'check_violation'; END IF;
          RETURN NEW;
        END IF;
        IF (OLD.state, NEW.state) NOT IN (('proposed', 'submitted'), ('submitted', 'approved'), ('submitted', 'declined'), ('approved', 'done')) AND OLD.state <> NEW.state THEN
          RAISE EXCEPTION 'a batch is submitted by one person and decided by another' USING ERRCODE = 'check_violation';
        END IF;
        IF OLD.state <> 'proposed' AND NEW.submitted_by IS DISTINCT FROM OLD.submitted_by OR OLD.decided_by IS NOT NULL AND NEW.decided_by IS DISTINCT FROM OLD.decided_by THEN
          RAISE EXCEPTION 'who submitted and decided stays' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER guard_batch BEFORE INSERT OR UPDATE ON retention.batches FOR EACH ROW EXECUTE FUNCTION retention.guard_batch();
      CREATE FUNCTION retention.guard_item() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.state <> 'due' OR NOT EXISTS (SELECT 1 FROM retention.batches b WHERE b.id = NEW.batch_id AND b.state = 'proposed' AND b.kind = NEW.kind) THEN
            RAISE EXCEPTION 'a list that somebody has seen takes nothing more' USING ERRCODE = 'check_violation';
          END IF;
        ELSIF OLD.state <> 'due' AND NEW.state <> OLD.state THEN
          RAISE EXCEPTION 'what is settled stays so' USING ERRCODE = 'check_violation';
        ELSIF NEW.state = 'purged' AND NOT EXISTS (SELECT 1 FROM retention.tombstones t WHERE t.item_id = NEW.id) THEN
          RAISE EXCEPTION 'of what was purged a tombstone stays' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER guard_item BEFORE INSERT OR UPDATE ON retention.items FOR EACH ROW EXECUTE FUNCTION retention.guard_item();

      -- every post that a thing speaks of, with what became one with it: an address leaves a post by a split, and what was captured there stays where it was
      CREATE FUNCTION retention.posts_of(of_kind text, ref uuid) RETURNS TABLE (id uuid, root uuid) LANGUAGE sql STABLE AS $$
        WITH RECURSIVE own AS (SELECT c.post_id AS post, c.address_id AS address FROM crawl.captures c WHERE of_kind = 'capture' AND c.id = ref
            UNION ALL SELECT l.post_id, l.address_id FROM intake.report_posts l WHERE of_kind IN ('reporter', 'report') AND l.report_id = ref AND l.ended_at IS NULL),
          -- the posts under which reports name the address, one step each, however many reports there are
          named AS (SELECT own.address, (SELECT l.post_id FROM intake.report_posts l WHERE l.address_id = own.address AND l.ended_at IS NULL ORDER BY l.post_id LIMIT 1) AS post FROM own
            UNION ALL SELECT n.address, (SELECT l.post_id FROM intake.report_posts l WHERE l.address_id = n.address AND l.ended_at IS NULL AND l.post_id > n.post ORDER BY l.post_id LIMIT 1) FROM named n WHERE n.post IS NOT NULL),
          spoken AS (SELECT post AS id FROM own UNION SELECT post FROM named UNION SELECT a.post_id FROM own JOIN intake.addresses a ON a.id = own.address),
          roots AS (SELECT DISTINCT coalesce(o.merged_into, o.id) AS id FROM spoken JOIN intake.posts o ON o.id = spoken.id)
        SELECT roots.id, roots.id FROM roots UNION ALL SELECT s.id, roots.id FROM roots JOIN intake.posts s ON s.merged_into = roots.id
      $$;
      -- every case that it belongs to: by a post, as an exhibit, as a party
      CREATE FUNCTION retention.cases_of(of_kind text, ref uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
        WITH sealed AS (SELECT c.evidence_id AS id FROM crawl.captures c WHERE of_kind = 'capture' AND c.id = ref
            UNION ALL SELECT r.evidence_id FROM intake.reports r WHERE of_kind IN ('reporter', 'report') AND r.id = ref
            UNION ALL SELECT a.evidence_id FROM intake.report_posts l JOIN intake.addresses a ON a.id = l.address_id WHERE of_kind IN ('reporter', 'report') AND l.report_id = ref AND l.ended_at IS NULL)
        SELECT l.case_id FROM retention.posts_of(of_kind, ref) p JOIN cases.case_posts l ON l.post_id = p.id
        UNION SELECT x.case_id FROM sealed JOIN cases.exhibits x ON x.evidence_id = sealed.id
        UNION SELECT p.case_id FROM cases.parties p WHERE of_kind = 'party' AND p.id = ref
      $$;
      -- since when nothing more is expected of all that it belongs to; null while something is
      CREATE FUNCTION retention.ended(of_kind text, basis text, ref uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
        WITH posts AS MATERIALIZED (SELECT p.id, p.root FROM retention.posts_of(of_kind, ref) p),
          its AS MATERIALIZED (SELECT c.state, coalesce((SELECT max(s.taken_at) FROM cases.steps s WHERE s.case_id = c.id), c.opened_at) AS at
            FROM retention.cases_of(of_kind, ref) i JOIN cases.cases c ON c.id = i.id),
          -- of each post the judgement that stands; one that has none waits for it
          judged AS (SELECT DISTINCT ON (p.root) p.root, j.judgement, j.judged_at FROM posts p LEFT JOIN classify.judgements j ON j.post_id = p.id
              AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY p.root, j.recorded_at DESC NULLS LAST)
        SELECT CASE
          WHEN EXISTS (SELECT 1 FROM its WHERE state <> 'closed') OR EXISTS (SELECT 1 FROM classify.triage_items t JOIN posts ON posts.id = t.post_id WHERE t.look_again OR t.state = 'waiting') THEN NULL
          WHEN EXISTS (SELECT 1 FROM its) THEN CASE WHEN basis IN ('matter-ended', 'case-closed') THEN (SELECT max(at) FROM its) END
          WHEN basis IN ('judged-harmless', 'matter-ended', 'no-case')
            THEN (SELECT max(judged_at) FROM judged HAVING bool_and(judgement IS NOT NULL AND (basis <> 'judged-harmless' OR judgement <> 'false-statement-of-fact'))) END
      $$;
      CREATE FUNCTION retention.since(kind text, basis text, ref uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT CASE WHEN e.at IS NOT NULL THEN greatest(e.at, (SELECT greatest(c.ended_at, c.ordered_at) FROM crawl.captures c WHERE since.kind = 'capture' AND c.id = since.ref)) END
        FROM retention.ended(kind, basis, ref) AS e (at)
      $$;
      CREATE FUNCTION retention.on_hold(of_kind text, ref uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT 1 FROM retention.cases_of(of_kind, ref) i JOIN cases.holds h ON h.case_id = i.id WHERE h.lifted_at IS NULL)
          -- a hold keeps a report even of a post that it spoke of once
          OR of_kind IN ('reporter', 'report') AND EXISTS (SELECT 1 FROM intake.report_posts l JOIN intake.posts o ON o.id = l.post_id JOIN cases.case_posts k ON k.post_id IN (o.id, o.merged_into)
            JOIN cases.holds h ON h.case_id = k.case_id AND h.lifted_at IS NULL WHERE l.report_id = ref AND l.ended_at IS NOT NULL)
      $$;
      CREATE INDEX report_posts_address ON intake.report_posts (address_id, post_id) WHERE ended_at IS NULL;

      -- whoever changes what a thing belongs to waits for a purge, and a purge for them; they do not wait for each other
      CREATE FUNCTION retention.wait_for_purge() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_advisory_xact_lock_shared(hashtext('lachan holds'));
        RETURN NULL;
      END $$;
      CREATE TRIGGER wait_for_purge BEFORE INSERT ON cases.case_posts FOR EACH STATEMENT EXECUTE FUNCTION retention.wait_for_purge();
      CREATE TRIGGER wait_for_purge BEFORE INSERT ON cases.exhibits FOR EACH STATEMENT EXECUTE FUNCTION retention.wait_for_purge();
      CREATE TRIGGER wait_for_purge BEFORE INSERT ON classify.judgements FOR EACH STATEMENT EXECUTE FUNCTION retention.wait_for_purge();
      CREATE TRIGGER wait_for_purge BEFORE UPDATE OF merged_into ON intake.posts FOR EACH STATEMENT EXECUTE FUNCTION retention.wait_for_purge();
      CREATE TRIGGER wait_for_purge BEFORE UPDATE OF post_id ON intake.addresses FOR EACH STATEMENT EXECUTE FUNCTION retention.wait_for_purge();

      -- whether anything still names bytes of the store
      CREATE FUNCTION retention.named(of_digest text) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT 1 FROM crawl.capture_parts p WHERE p.sha256 = of_digest)
          OR EXISTS (SELECT 1 FROM core.evidence_items i WHERE i.sha256 = of_digest AND NOT EXISTS (SELECT 1 FROM core.evidence_tombstones t WHERE t.evidence_id = i.id))
      $$;
      CREATE INDEX IF NOT EXISTS capture_parts_sha256 ON crawl.capture_parts (sha256);
      CREATE INDEX fingerprints_capture ON classify.fingerprints (capture_id) WHERE capture_id IS NOT NULL;
      CREATE INDEX fingerprints_address ON classify.fingerprints (address_id) WHERE address_id IS NOT NULL;
      CREATE INDEX likenesses_fingerprint ON classify.likenesses (fingerprint_id);
      CREATE INDEX likenesses_earlier_fingerprint ON classify.likenesses (earlier_id);
      CREATE INDEX triage_capture ON classify.triage_items (capture_id) WHERE capture_id IS NOT NULL;
      CREATE INDEX triage_evidence ON classify.triage_items (evidence_id) WHERE evidence_id IS NOT NULL;

      CREATE FUNCTION retention.bury(item uuid, evidence uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE found core.evidence_items; BEGIN
        SELECT * INTO found FROM core.evidence_items WHERE id = evidence;
        IF found.id IS NULL THEN RETURN '[]'; END IF;
        INSERT INTO core.evidence_tombstones (evidence_id, item_id) VALUES (evidence, item) ON CONFLICT DO NOTHING;
        INSERT INTO retention.objects (digest) VALUES (found.sha256) ON CONFLICT (digest) DO UPDATE SET doomed_at = clock_timestamp(), outcome = NULL, settled_at = NULL;
        RETURN jsonb_build_array(jsonb_build_object('name', found.kind, 'sha256', found.sha256, 'mediaType', found.media_type, 'bytes', found.bytes));
      END $$;

      CREATE FUNCTION retention.purge_capture(item uuid, ref uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE parts jsonb; seal jsonb; BEGIN
        SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'sha256', p.sha256, 'mediaType', p.media_type, 'bytes', p.bytes) ORDER BY p.name), '[]') INTO parts FROM crawl.capture_parts p WHERE p.capture_id = ref;
        SELECT jsonb_build_object('digest', s.digest, 'key', s.key, 'eventId', s.event_id) INTO seal FROM crawl.package_seals s WHERE s.capture_id = ref;
        parts := parts || (SELECT retention.bury(item, c.evidence_id) FROM crawl.captures c WHERE c.id = ref);
        INSERT INTO retention.objects (digest) SELECT DISTINCT p.sha256 FROM crawl.capture_parts p WHERE p.capture_id = ref ON CONFLICT (digest) DO UPDATE SET doomed_at = clock_timestamp(), outcome = NULL, settled_at = NULL;
        DELETE FROM crawl.time_stamps WHERE capture_id = ref;
        DELETE FROM crawl.package_seals WHERE capture_id = ref;
        DELETE FROM crawl.capture_parts WHERE capture_id = ref;
        DELETE FROM core.due d WHERE d.fired_at IS NULL AND d.kind IN ('capture.stamp', 'capture.receipt') AND d.ref LIKE purge_capture.ref || ':%';
        UPDATE crawl.captures SET title = NULL, author = NULL, handle = NULL, posted_at = NULL, text = NULL, ground = ground - 'words' WHERE id = ref;
        UPDATE crawl.observations SET ground = ground - 'words' WHERE capture_id = ref;
        UPDATE classify.triage_items SET text = NULL WHERE capture_id = ref;
        DELETE FROM classify.likenesses k USING classify.fingerprints f WHERE f.capture_id = ref AND f.id IN (k.fingerprint_id, k.earlier_id);
        DELETE FROM classify.fingerprints WHERE capture_id = ref;
        RETURN jsonb_build_object('parts', parts, 'seal', seal);
      END $$;

      CREATE FUNCTION retention.purge_reporter(ref uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE digest text; BEGIN
        DELETE FROM intake.reporter_identities WHERE report_id = ref RETURNING encode(sha256(sealed), 'hex') INTO digest;
        RETURN jsonb_build_object('contact', digest);
      END $$;

      -- its words, and what was sent in with it as long as no other report that stays speaks of the same
      CREATE FUNCTION retention.purge_report(item uuid, ref uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE held jsonb; sent record; parts jsonb := '[]'; BEGIN
        held := retention.purge_reporter(ref);
        UPDATE intake.reports SET note = NULL, link_as_given = NULL WHERE id = ref;
        FOR sent IN SELECT a.id, a.evidence_id FROM intake.report_posts l JOIN intake.addresses a ON a.id = l.address_id WHERE l.report_id = ref AND a.evidence_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM intake.report_posts o WHERE o.address_id = a.id AND o.ended_at IS NULL AND o.report_id <> ref AND NOT EXISTS (SELECT 1 FROM retention.tombstones t WHERE t.kind = 'report' AND t.ref_id = o.report_id))
            AND NOT EXISTS (SELECT 1 FROM cases.exhibits x WHERE x.evidence_id = a.evidence_id) LOOP
          -- whoever sends in the same later begins anew, with bytes of their own
          UPDATE intake.addresses SET text = NULL, value = CASE WHEN kind = 'url' THEN value ELSE value || ':purged:' || id END WHERE id = sent.id;
          DELETE FROM classify.likenesses k USING classify.fingerprints f WHERE f.address_id = sent.id AND f.id IN (k.fingerprint_id, k.earlier_id);
          DELETE FROM classify.fingerprints WHERE address_id = sent.id;
          UPDATE classify.triage_items SET text = NULL WHERE evidence_id = sent.evidence_id;
          parts := parts || retention.bury(item, sent.evidence_id);
        END LOOP;
        FOR sent IN SELECT r.evidence_id FROM intake.reports r WHERE r.id = ref AND r.evidence_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM intake.addresses a WHERE a.evidence_id = r.evidence_id)
            AND NOT EXISTS (SELECT 1 FROM cases.exhibits x WHERE x.evidence_id = r.evidence_id) LOOP
          parts := parts || retention.bury(item, sent.evidence_id);
        END LOOP;
        RETURN held || jsonb_build_object('parts', parts);
      END $$;

      CREATE FUNCTION retention.purge_party(ref uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE digest text; BEGIN
        SELECT encode(sha256(name_sealed), 'hex') INTO digest FROM cases.parties WHERE id = ref;
        UPDATE cases.parties SET name_sealed = '' WHERE id = ref;
        RETURN jsonb_build_object('name', digest);
      END $$;

      -- the one way by which anything goes: approved by two persons, due still, and not on hold at this moment
      CREATE FUNCTION retention.purge(item uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
          WHEN 'report' THEN retention.purge_report(item, i.ref_id) WHEN 'party' THEN retention.purge_party(i.ref_id) END;
        INSERT INTO retention.tombstones (kind, ref_id, item_id, rule, since, held, submitted_by, decided_by)
          VALUES (i.kind, i.ref_id, item, b.rule, i.since, held, b.submitted_by, b.decided_by);
        UPDATE retention.items SET state = 'purged', settled_at = core.office_now() WHERE id = item;
        RETURN 'purged';
      END $$;

      -- doomed bytes: those to remove now, and what became of them
      CREATE FUNCTION retention.doomed(grace interval, most integer) RETURNS TABLE (digest text, doomed_at timestamptz) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
        UPDATE retention.objects o SET outcome = 'named', settled_at = clock_timestamp() WHERE o.outcome IS NULL AND o.doomed_at + grace <= clock_timestamp() AND retention.named(o.digest);
        RETURN QUERY SELECT o.digest, o.doomed_at FROM retention.objects o WHERE o.outcome IS NULL AND o.doomed_at + grace <= clock_timestamp() ORDER BY o.doomed_at LIMIT most;
      END $$;
      CREATE FUNCTION retention.settle(of_digest text, became text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        -- later: the store refused, as it does while its lock lasts, or somebody put the bytes anew; it is tried again a day after
        UPDATE retention.objects SET outcome = nullif(became, 'later'), settled_at = CASE WHEN became <> 'later' THEN clock_timestamp() END,
          doomed_at = CASE WHEN became = 'later' THEN clock_timestamp() + interval '1 day' ELSE doomed_at END WHERE digest = of_digest AND outcome IS NULL
      $$;

      REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA retention FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION retention.posts_of, retention.cases_of, retention.ended, retention.since, retention.on_hold TO lachan_app;
      GRANT EXECUTE ON FUNCTION retention.purge, retention.doomed, retention.settle, retention.named TO lachan_purger;
      REVOKE SELECT, DELETE ON core.evidence_items, intake.reporter_identities, cases.parties, enforcement.violation_identities, enforcement.violation_signatures, enforcement.complaint_words FROM lachan_purger;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was purged stays known: there is no way down');
  }
}
