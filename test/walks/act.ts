import type { Duty, Person } from './people.js';
import type { Told } from './stage.js';
import type { Case, Recorded } from './world.js';

export type Answer = Record<string, never>;
/** One thing that somebody may try, as the record stands in the walk's own eyes. */
export interface Act {
  name: string;
  duty: Duty;
  /** why the rules forbid it to this person now, or null; `unsure` where the walk does not want to know better */
  forbids: (who: Person) => string | null;
  unsure?: boolean;
  /** whether there is such a record for this person at all */
  known?: (who: Person) => boolean;
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: Record<string, unknown>;
  /** the case to which a paper comes just before, which the act names as its exhibit */
  paper?: Case;
  /** what stands on the log once it was acknowledged, in any order */
  events: (who: Person) => string[];
  /** what the house adds to it at the same moment */
  follows?: string[];
  /** follows an acknowledgement in the walk's own books */
  done: (answer: Answer, who: Person, told: Told[]) => void;
  /** the record to be read back */
  of?: Recorded;
  /** two of them at once: one at most is taken */
  single: boolean;
  weight: number;
}

type Given = Pick<Act, 'name' | 'duty' | 'path' | 'done'> & Partial<Act> & { log: string[] | ((who: Person) => string[]) };
/** An act with what most acts have in common. */
export function act({ log, ...given }: Given): Act {
  return {
    method: 'POST',
    forbids: () => null,
    events: typeof log === 'function' ? log : () => log,
    single: given.body !== undefined && ('version' in given.body || 'contentHash' in given.body),
    weight: 1,
    ...given,
  };
}
/** The first reason that holds. */
export const because = (...reasons: [boolean, string][]): string | null => reasons.find(([holds]) => holds)?.[1] ?? null;
