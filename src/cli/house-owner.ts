import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../core/config.js';
import { HouseDatabase } from '../processes/supervisor/house-database.js';
import { Refusal, takeHouse } from '../processes/supervisor/single.js';
import { attachToHouse } from './running-house.js';

/**
 * Acts as the owner of the house's database: one of its own, named by a setting, or the embedded one. That one is used as it is while
 * the house is open, unless the act wants it closed, and is started for the act alone while it is not.
 */
export async function asOwner<T>(
  wanted: 'open-or-closed' | 'closed',
  say: (line: string) => void,
  act: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  const settings = readSettings();
  if (settings.ownerUrl) return act(settings.ownerUrl);
  if (settings.databaseUrl) throw new Error('DATABASE_OWNER_URL is not set: only the owner of the database may read and fill all of it');
  if (wanted === 'open-or-closed' && !existsSync(join(settings.dataDir, 'postgres')))
    throw new Error(`There is no office in ${settings.dataDir}, and DATABASE_OWNER_URL is not set`);
  mkdirSync(settings.dataDir, { recursive: true });
  const release = holdOrNull(settings.dataDir, wanted);
  if (!release) {
    attachToHouse();
    return act(process.env.DATABASE_OWNER_URL!);
  }
  const database = await HouseDatabase.open(settings, say);
  try {
    return await act(database.env.DATABASE_OWNER_URL!);
  } finally {
    database.stop();
    release();
  }
}

function holdOrNull(dataDir: string, wanted: 'open-or-closed' | 'closed'): (() => void) | null {
  try {
    return takeHouse(dataDir);
  } catch (error) {
    if (error instanceof Refusal && wanted === 'open-or-closed') return null;
    throw error;
  }
}
