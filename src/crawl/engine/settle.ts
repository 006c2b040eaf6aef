import { setTimeout as pause } from 'node:timers/promises';
import type { Guard } from './guard.js';
import type { Limits } from './limits.js';
import type { ReadPost } from './read-post.js';

const POLL = 100;
/** a page that says next to nothing may be about to lead elsewhere */
const NEXT_TO_NOTHING = 100;

/** Waits until neither text nor requests move, not for silence of the network, which some pages never reach; false: they moved until the end. */
export async function settled(guard: Guard, limits: Limits, end: number, look: () => Promise<ReadPost>): Promise<boolean> {
  let [stir, since] = ['', Date.now()];
  while (Date.now() < end) {
    const now = await look();
    if (now.stir !== stir) [stir, since] = [now.stir, Date.now()];
    const enough = limits.quiet_milliseconds * (!now.found && parseInt(now.stir, 10) < NEXT_TO_NOTHING ? 2 : 1);
    const quiet = Date.now() - Math.max(since, guard.lastActivity);
    if (quiet > enough && (!guard.busy || quiet > 4 * limits.quiet_milliseconds)) return true;
    await pause(POLL);
  }
  return false;
}
