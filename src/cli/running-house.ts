import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../core/config.js';

/** Settings of the house that `npm start` keeps open on this machine, unless a setting names a database of its own. */
export function attachToHouse(): void {
  const { databaseUrl, dataDir } = readSettings();
  if (databaseUrl) return;
  const file = join(dataDir, 'house.json');
  if (!existsSync(file))
    throw new Error(`No house is open on ${dataDir}: run \`npm start\` first, name its data folder by LACHAN_DATA, or set DATABASE_URL.`);
  Object.assign(process.env, JSON.parse(readFileSync(file, 'utf8')));
}
