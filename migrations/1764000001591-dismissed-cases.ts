import type { MigrationInterface, QueryRunner } from 'typeorm';

const HEAD = `CREATE OR REPLACE FUNCTION retention.ended(of_kind text, basis text, ref uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  WITH posts AS MATERIALIZED (SELECT p.id, p.root FROM retention.posts_of(of_kind, ref) p),`;
const JUDGED = `judged AS (SELECT DISTINCT ON (p.root) p.root, j.judgement, j.judged_at FROM posts p LEFT JOIN classify.judgements j ON j.post_id = p.id
    AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY p.root, j.recorded_at DESC NULLS LAST)`;
const WAITS = `EXISTS (SELECT 1 FROM classify.triage_items t JOIN posts ON posts.id = t.post_id WHERE t.look_again OR t.state = 'waiting')`;
const NO_CASE = `WHEN basis IN ('judged-harmless', 'matter-ended', 'no-case')
      THEN (SELECT max(judged_at) FROM judged HAVING bool_and(judgement IS NOT NULL AND (basis <> 'judged-harmless' OR judgement <> 'false-statement-of-fact'))) END
  $$`;

/** A case that was dismissed and never confirmed has ended, found nothing, and is kept by a time of its own; one that fell is a file like any other, and ends when it is closed. */
export class DismissedCases1764000001591 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`${HEAD}
      its AS MATERIALIZED (SELECT c.state, coalesce((SELECT max(s.taken_at) FROM cases.steps s WHERE s.case_id = c.id), c.opened_at) AS at,
          EXISTS (SELECT 1 FROM cases.steps s WHERE s.case_id = c.id AND 'confirmed' IN (s.from_state, s.to_state)) AS confirmed
        FROM retention.cases_of(of_kind, ref) i JOIN cases.cases c ON c.id = i.id),
      -- of each post the judgement that stands; one that has none waits for it
      ${JUDGED}
    SELECT CASE
      WHEN EXISTS (SELECT 1 FROM its WHERE state <> 'closed' AND (state <> 'dismissed' OR confirmed)) OR ${WAITS} THEN NULL
      WHEN EXISTS (SELECT 1 FROM its) THEN CASE
        WHEN basis = 'matter-ended' OR basis = 'case-closed' AND EXISTS (SELECT 1 FROM its WHERE confirmed)
          OR basis = 'case-dismissed' AND NOT EXISTS (SELECT 1 FROM its WHERE confirmed) THEN (SELECT max(at) FROM its) END
      ${NO_CASE}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`${HEAD}
      its AS MATERIALIZED (SELECT c.state, coalesce((SELECT max(s.taken_at) FROM cases.steps s WHERE s.case_id = c.id), c.opened_at) AS at
        FROM retention.cases_of(of_kind, ref) i JOIN cases.cases c ON c.id = i.id),
      ${JUDGED}
    SELECT CASE
      WHEN EXISTS (SELECT 1 FROM its WHERE state <> 'closed') OR ${WAITS} THEN NULL
      WHEN EXISTS (SELECT 1 FROM its) THEN CASE WHEN basis IN ('matter-ended', 'case-closed') THEN (SELECT max(at) FROM its) END
      ${NO_CASE}`);
  }
}
