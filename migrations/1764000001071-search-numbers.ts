import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The search finds cases by the words of their title and the beginning or the end of their number, and requests, records and decisions by the beginning of theirs. */
export class SearchNumbers1764000001071 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX cases_number_begins ON cases.cases (number text_pattern_ops);
      CREATE INDEX cases_number_ends ON cases.cases (reverse(number) text_pattern_ops);
      CREATE INDEX cases_title_words ON cases.cases USING gin (to_tsvector('simple', coalesce(title, '')));
      CREATE INDEX takedowns_reference ON enforcement.takedowns (lower(reference) text_pattern_ops);
      CREATE INDEX violations_reference ON enforcement.violations (lower(reference) text_pattern_ops);
      CREATE INDEX penalties_number ON enforcement.penalties (lower(number) text_pattern_ops) WHERE number IS NOT NULL;
      CREATE INDEX penalties_violation ON enforcement.penalties (violation_id);
      CREATE INDEX exhibits_evidence ON cases.exhibits (evidence_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX cases.cases_title_words, cases.cases_number_begins, cases.cases_number_ends, cases.exhibits_evidence,
      enforcement.takedowns_reference, enforcement.violations_reference, enforcement.penalties_number, enforcement.penalties_violation`);
  }
}
