/** What a tab hears of the office, and what all of it knows of the line. */
export interface OpenRecord {
  kind: string;
  id: string;
}
export type Message =
  | { type: 'line'; state: LineState; since: number }
  | { type: 'moved'; rooms: string[] | 'all' }
  | { type: 'presence'; records: OpenRecord[] }
  | { type: 'beat' };
/** `none`: this browser has no line yet, or cannot have one; screens ask every few seconds then, as they do while it is cut. */
export type LineState = 'none' | 'live' | 'reconnecting';
export interface Line {
  state: LineState;
  since: number;
}

let line: Line = { state: 'none', since: 0 };
const listeners = new Set<(message: Message) => void>();

export const lineNow = (): Line => line;
export function listen(listener: (message: Message) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
export function hear(message: Message): void {
  if (message.type === 'line') {
    if (message.state === line.state) return;
    line = { state: message.state, since: message.since };
  }
  for (const listener of listeners) listener(message);
}

const SELDOM_MS = 120_000;
/** How often a screen asks by itself: seldom while it is told. */
export const every = (ms: number) => (): number => (line.state === 'live' ? SELDOM_MS : ms);
