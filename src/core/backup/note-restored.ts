import { ModulesContainer } from '@nestjs/core';
import { openDataSource } from '../database/data-source.js';
import { Db } from '../database/db.js';
import { Log } from '../events/log.js';
import { Registry } from '../events/registry.js';
import { Sealer } from '../events/sealer.js';
import type { Manifest } from './manifest.js';
import './events.js';

/** Writes on the log that it comes from a backup, and seals what waited, so that it can be verified to its end at once. */
export async function noteRestored(ownerUrl: string, backup: string, { head }: Manifest, held: number): Promise<void> {
  const source = await openDataSource(ownerUrl, 2);
  try {
    const db = new Db(source);
    const log = new Log(new Registry(new ModulesContainer())); // nobody listens to it
    await db.tx((tx) =>
      log.append(tx, { type: 'installation.restored', v: 1, public: {}, office: { backup, seq: head?.seq ?? '0', held } }),
    );
    const sealer = new Sealer(db);
    while ((await sealer.seal()).sealed > 0);
  } finally {
    await source.destroy();
  }
}
