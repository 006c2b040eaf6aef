import type { DataSource } from 'typeorm';
import { ModulesContainer } from '@nestjs/core';
import { openDataSource } from '../../src/core/database/data-source.js';
import { Db } from '../../src/core/database/db.js';
import { Deliver } from '../../src/core/events/deliver.js';
import { Log } from '../../src/core/events/log.js';
import { Registry } from '../../src/core/events/registry.js';
import { Relay } from '../../src/core/events/relay.js';
import { Sealer } from '../../src/core/events/sealer.js';
import { freshDatabase, type FreshDatabase } from './postgres.js';

export interface Ground {
  database: FreshDatabase;
  source: DataSource;
  db: Db;
  log: Log;
  relay: Relay;
  deliver: Deliver;
  sealer: Sealer;
  close(): Promise<void>;
}

/** The ground floor on a database of its own, with these listeners and no framework around. */
export async function layGround(listeners: object[] = []): Promise<Ground> {
  const database = await freshDatabase();
  const source = await openDataSource(database.urls.app, 4);
  const db = new Db(source);
  const modules = new ModulesContainer();
  const providers = new Map(listeners.map((instance) => [instance.constructor, { metatype: instance.constructor, instance }]));
  modules.set('test', { providers } as never);
  const registry = new Registry(modules);
  registry.onModuleInit();
  return {
    database,
    source,
    db,
    log: new Log(registry),
    relay: new Relay(db, registry),
    deliver: new Deliver(db, registry),
    sealer: new Sealer(db),
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
}
