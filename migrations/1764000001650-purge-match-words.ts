import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of a post by which it was matched go with the evidence that they were read in; that it was matched, how well and what was decided stays. */
export class PurgeMatchWords1764000001650 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
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
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was purged stays known: there is no way down');
  }
}
