import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, HouseUnderTest } from './house.js';
import { until } from './until.js';

/** three times what a quiet machine of two cores takes */
export const FILL_MS = 600_000;
const ENV = { LACHAN_DEMO: 'on', CAPTURE_READY: '1' };

/**
 * The demo office as its first start fills it, open, in a copy of its own: whoever asks first in a run fills it for all.
 * `world: 'kept'` runs the demo world on the port that the links in the office name, so one house of a run may ask for it;
 * with `'other'` the office is the same, but nothing answers at its links.
 */
export async function filledHouse(world: 'kept' | 'other'): Promise<HouseUnderTest> {
  const root = join(process.env.TEST_RUN_DIR!, 'filled-house');
  const done = join(root, 'world-port');
  if (mayFill(root)) writeFileSync(done, await fill(join(root, 'data')));
  else await until(async () => existsSync(done), FILL_MS);
  const house = await HouseUnderTest.make({ ...ENV, WORLD_PORT: world === 'kept' ? readFileSync(done, 'utf8') : String(await freePort()) });
  const filled = new HouseUnderTest(join(root, 'data'), 0);
  copy(filled.dataDir, house.dataDir);
  if (house.postgres !== join(house.dataDir, 'postgres')) copy(filled.postgres, house.postgres);
  rmSync(join(house.postgres, 'port')); // its copies find a port each
  const opened = await house.start();
  if (opened !== 'open') throw new Error(`The filled house did not open again: ${house.output}`);
  return house;
}

/** With owners and modes, which PostgreSQL asks for. */
function copy(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function mayFill(root: string): boolean {
  try {
    mkdirSync(root);
    return true;
  } catch {
    return false;
  }
}

async function fill(dataDir: string): Promise<string> {
  const worldPort = String(await freePort());
  const house = new HouseUnderTest(dataDir, await freePort(), { ...ENV, WORLD_PORT: worldPort });
  await house.start();
  try {
    await until(async () => / is filled| could not be filled/.test(house.output), FILL_MS);
    if (!house.output.includes('is filled')) throw new Error(`The demo office was not filled: ${house.output}`);
    return worldPort;
  } finally {
    await house.end();
  }
}
