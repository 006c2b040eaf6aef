import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds posts by who wrote them: by the beginning of a handle, and by the words of a name, with or without its marks. */
export class SearchAuthors1764000000740 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION crawl.unmarked(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        $$ SELECT lower(translate(regexp_replace(normalize(said, NFD), '[\\u0300-\\u036f]', '', 'g'), 'đĐ._@/:-', 'dd      ')) $$;
      CREATE INDEX captures_handle ON crawl.captures ((lower(left(ltrim(handle, '@'), 100))) text_pattern_ops) WHERE handle IS NOT NULL;
      CREATE INDEX captures_author ON crawl.captures USING gin (to_tsvector('simple', crawl.unmarked(left(author, 200)))) WHERE author IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX crawl.captures_handle, crawl.captures_author; DROP FUNCTION crawl.unmarked');
  }
}
