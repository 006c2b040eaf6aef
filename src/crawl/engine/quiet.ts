import { setTimeout as pause } from 'node:timers/promises';
import type { Guard } from './guard.js';
import { elementsOf, inPage, type World } from './in-page.js';
import type { Inquiry } from './inquiry.js';
import type { Visit } from './visit.js';

const POLL = 50;

/** Runs in the isolated world: how often the page changed since it was first asked. */
function moves(): number {
  const world = globalThis as World;
  const made = () => {
    const observer = new MutationObserver((records) => {
      state.count += records.length;
    });
    const state = { count: 0, observer };
    const roots = elementsOf().flatMap((e) => e.shadowRoot ?? []);
    for (const root of [document, ...roots.slice(0, 100)]) observer.observe(root, { childList: true, characterData: true, subtree: true });
    return state;
  };
  const state = (world.moves ??= made());
  state.count += state.observer.takeRecords().length;
  return state.count;
}

/** Waits by what moves: the page's own words and elements, and requests on their way. */
export class Quiet {
  private readonly inquiry: Inquiry;
  private readonly guard: Guard;

  constructor({ inquiry, guard }: Pick<Visit, 'inquiry' | 'guard'>) {
    [this.inquiry, this.guard] = [inquiry, guard];
  }

  moves(): Promise<number> {
    return this.inquiry.evaluate<number>(inPage(moves));
  }

  /** Until nothing moved for so long; requests count that were asked after the `before`th, and one that says nothing any more four times as long. */
  async wait(milliseconds: number, end: number, before = this.guard.asked): Promise<void> {
    let [count, since] = [await this.moves(), Date.now()];
    while (Date.now() < end) {
      await pause(POLL);
      const now = await this.moves();
      if (now !== count) [count, since] = [now, Date.now()];
      const asked = this.guard.asked > before;
      const quiet = Date.now() - (asked ? Math.max(since, this.guard.lastActivity) : since);
      if (quiet > milliseconds && (!asked || !this.guard.busy || quiet > 4 * milliseconds)) return;
    }
  }
}
