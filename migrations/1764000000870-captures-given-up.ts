import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders whose delivery died before a dead delivery ended its capture stayed open for good: they are tried once more, and then end. */
export class CapturesGivenUp1764000000870 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `UPDATE core.deliveries SET state = 'waiting', attempts = 0, rung_at = NULL, available_at = clock_timestamp() WHERE handler = 'CaptureHandler' AND state = 'dead'`,
    );
  }

  async down(): Promise<void> {}
}
