import { act, type Act } from '../act.js';
import type { World } from '../world.js';
import { unlessBarred } from './bars.js';
import { caseActs } from './cases.js';
import { claimActs } from './claims.js';
import { correctionActs } from './corrections.js';
import { penaltyActs } from './penalties.js';
import { phoneActs } from './phone.js';
import { postActs } from './posts.js';
import { takedownActs } from './takedowns.js';
import { violationActs } from './violations.js';

/** Everything that somebody may try with what is there, rightly or not. */
export const allActs = (w: World): Act[] => [
  ...[phoneActs, claimActs, correctionActs].flatMap((acts) => acts(w)),
  ...unlessBarred(
    w,
    [postActs, caseActs, takedownActs, violationActs, penaltyActs].flatMap((acts) => acts(w)),
  ),
  ...clockActs(w),
];

/** The walk stays before this day, within weeks without a holiday. */
const LAST_DAY = '2026-11-10';
const clockActs = (w: World): Act[] =>
  [12, 24, 25, 96].map((hours) =>
    act({
      name: 'clock forward',
      duty: 'move the clock',
      path: '/api/demo/clock',
      body: { hours },
      log: ['clock.moved'],
      done: ({ officeNow }) => {
        const at = new Date(officeNow);
        if (at > w.now) setClock(w, at);
      },
      weight: w.today < LAST_DAY ? 0.15 : 0,
    }),
  );

/** The office lies seven hours east of Greenwich all the year. */
export function setClock(w: World, now: Date): void {
  Object.assign(w, { now, heardAt: Date.now() });
  w.today = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
