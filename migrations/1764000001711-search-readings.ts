import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The box for everything finds what was read in pictures and films as it finds the text of a post: as it is typed, and without marks. */
export class SearchReadings1764000001711 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX readings_words ON classify.readings USING gin (to_tsvector('simple', left(text, 20000))) WHERE outcome = 'read';
      CREATE INDEX readings_words_folded ON classify.readings USING gin (to_tsvector('simple', core.folded(left(text, 20000)))) WHERE outcome = 'read';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX classify.readings_words, classify.readings_words_folded');
  }
}
