import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What names bytes strikes them from the list of those that nobody named; evidence that was purged tells who let it go; and a report that comes while an earlier one of the same is purged is not lost. */
export class BytesAndPurges1764000001620 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- a note that somebody is just writing anew stays: it is struck out later, since something names the bytes by then
      CREATE FUNCTION core.bytes_named() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$ BEGIN
        DELETE FROM core.unsealed_bytes WHERE digest = (SELECT u.digest FROM core.unsealed_bytes u WHERE u.digest = NEW.sha256 FOR UPDATE SKIP LOCKED);
        RETURN NULL;
      END $$;
      CREATE TRIGGER bytes_named AFTER INSERT ON core.evidence_items FOR EACH ROW EXECUTE FUNCTION core.bytes_named();
      CREATE TRIGGER bytes_named AFTER INSERT ON crawl.capture_parts FOR EACH ROW EXECUTE FUNCTION core.bytes_named();

      ALTER TABLE core.evidence_tombstones ADD COLUMN submitted_by uuid, ADD COLUMN decided_by uuid;
      UPDATE core.evidence_tombstones t SET submitted_by = b.submitted_by, decided_by = b.decided_by FROM retention.items i JOIN retention.batches b ON b.id = i.batch_id WHERE i.id = t.item_id;
      CREATE OR REPLACE FUNCTION retention.bury(item uuid, evidence uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE found core.evidence_items; BEGIN
        SELECT * INTO found FROM core.evidence_items WHERE id = evidence;
        IF found.id IS NULL THEN RETURN '[]'; END IF;
        INSERT INTO core.evidence_tombstones (evidence_id, item_id, rule, submitted_by, decided_by) SELECT evidence, i.id, b.rule, b.submitted_by, b.decided_by FROM retention.items i JOIN retention.batches b ON b.id = i.batch_id WHERE i.id = item ON CONFLICT DO NOTHING;
        INSERT INTO retention.objects (digest) VALUES (found.sha256) ON CONFLICT (digest) DO UPDATE SET doomed_at = clock_timestamp(), outcome = NULL, settled_at = NULL;
        PERFORM retention.purge_match_words(evidence);
        RETURN jsonb_build_array(jsonb_build_object('name', found.kind, 'sha256', found.sha256, 'mediaType', found.media_type, 'bytes', found.bytes, 'sealedAt', found.sealed_at));
      END $$;

      -- its words, and what was sent in with it as long as no other report that stays speaks of the same
      CREATE OR REPLACE FUNCTION retention.purge_report(item uuid, ref uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
        DECLARE held jsonb; sent record; parts jsonb := '[]'; BEGIN
        -- a report that joins meanwhile holds its address, and is waited for: only then is it asked who speaks of it
        PERFORM 1 FROM intake.addresses a WHERE a.id IN (SELECT l.address_id FROM intake.report_posts l WHERE l.report_id = ref) AND a.evidence_id IS NOT NULL ORDER BY a.id FOR UPDATE;
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
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was purged stays known: there is no way down');
  }
}
