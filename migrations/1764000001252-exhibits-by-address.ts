import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records about the same post are found in every case. */
export class ExhibitsByAddress1764000001252 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX exhibits_address ON cases.exhibits (address_id) WHERE address_id IS NOT NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX cases.exhibits_address');
  }
}
