import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The box for everything finds what is typed without its marks: a second index of words that has neither marks nor capitals, and official numbers likewise. */
export class SearchFolded1764000001270 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION core.folded(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        $$ SELECT lower(translate(regexp_replace(normalize(said, NFD), '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dd')) $$;
      CREATE INDEX triage_words_folded ON classify.triage_items USING gin (to_tsvector('simple', core.folded(left(coalesce(text, ''), 20000))));
      CREATE INDEX cases_title_folded ON cases.cases USING gin (to_tsvector('simple', core.folded(coalesce(title, ''))));
      DROP INDEX enforcement.penalties_number;
      CREATE INDEX penalties_number_folded ON enforcement.penalties (core.folded(number) text_pattern_ops) WHERE number IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX classify.triage_words_folded, cases.cases_title_folded, enforcement.penalties_number_folded;
      CREATE INDEX penalties_number ON enforcement.penalties (lower(number) text_pattern_ops) WHERE number IS NOT NULL;
      DROP FUNCTION core.folded;
    `);
  }
}
