import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which requests name an address: asked before every draft, of all requests that there ever were. */
export class AskedAddresses1764000000987 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX takedown_contents_addresses ON enforcement.takedown_contents USING gin (address_ids)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX enforcement.takedown_contents_addresses');
  }
}
