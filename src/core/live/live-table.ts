import { knownRights } from '../identity/rights.js';
import { readTable, type Fault } from '../table.js';

export interface LiveTable {
  beat_seconds: number;
  presence_seconds: number;
  presence_tabs: number;
  presence_names: number;
  gather_ms: number;
  /** `rights`: any of them; without them everybody hears of it */
  rooms: Record<string, { rights?: string[]; on: string[] }>;
  sessions: string[];
  silent: string[];
}
const NUMBERS = ['beat_seconds', 'presence_seconds', 'presence_tabs', 'presence_names', 'gather_ms'] as const;

export function liveFaults(table: LiveTable): Fault[] {
  const numbers = NUMBERS.filter((key) => !(Number.isInteger(table[key]) && table[key] >= 1)).map((key) => ({
    path: [key],
    says: `${key} must be a whole number of at least 1`,
  }));
  const rights = Object.entries(table.rooms).flatMap(([room, { rights = [] }]) =>
    rights.flatMap((right, i) =>
      knownRights.has(right) ? [] : [{ path: ['rooms', room, 'rights', i], says: `${right} is no right of this house` }],
    ),
  );
  const short =
    table.presence_seconds > 2 * table.beat_seconds ? [] : [{ path: ['presence_seconds'], says: 'presence must outlive two beats' }];
  return [...numbers, ...rights, ...short];
}

/** `config/live.yaml`, checked. */
export const liveTable = readTable<LiveTable>('live.yaml', liveFaults);
