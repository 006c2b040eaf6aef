import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot } from '../core/config.js';

/** Settings of the house that `npm start` keeps open on this machine, unless the environment names a database of its own. */
export function attachToHouse(): void {
  process.env.LACHAN_DATA ??= join(projectRoot, 'data');
  if (process.env.DATABASE_URL) return;
  const file = join(resolve(process.env.LACHAN_DATA), 'house.json');
  if (!existsSync(file))
    throw new Error(`No house is open on ${process.env.LACHAN_DATA}: run \`npm start\` there first, or set DATABASE_URL.`);
  Object.assign(process.env, JSON.parse(readFileSync(file, 'utf8')));
}
export const dataDir = (): string => resolve(process.env.LACHAN_DATA ?? join(projectRoot, 'data'));
