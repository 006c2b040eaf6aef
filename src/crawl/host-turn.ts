/** of a capture that runs: how soon whoever comes next looks whether it has ended */
const LOOK_AGAIN_SECONDS = 3;

/** How a capture stands at the host that it waits for, in seconds from now. */
export interface Standing {
  /** until the time that was booked for it, and until the host may be asked again at all; below zero: long since */
  untilBooked: number;
  untilPace: number;
  /** another capture of the host is under way */
  running: boolean;
  /** so many came earlier and still wait */
  before: number;
  secondsApart: number;
}

/**
 * After how many seconds a capture asks again whether its turn has come; 0: it has. They go in the order in which they came: whoever
 * is the first of those that wait looks often, and the others not before those in front of them can have begun.
 */
export function secondsToWait({ untilBooked, untilPace, running, before, secondsApart }: Standing): number {
  const waits = running || before > 0;
  return Math.ceil(
    Math.max(0, untilBooked, untilPace, waits ? LOOK_AGAIN_SECONDS : 0, before * Math.max(secondsApart, LOOK_AGAIN_SECONDS)),
  );
}
