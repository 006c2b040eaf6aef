/** The screens that read of a room, by the first word of their query's key. */
const READ: Record<string, string[]> = {
  triage: ['triage-news', 'triage-copies', 'item'],
  cases: ['case', 'cases', 'captures', 'holds', 'retention', 'retention items'],
  claims: ['claim', 'claims'],
  matching: ['matching'],
  sweeps: ['sweeps'],
  takedowns: ['takedown', 'takedowns', 'links'],
  penalties: ['penalty', 'penalties', 'violation', 'violations'],
  corrections: ['correction', 'corrections'],
  intake: ['reports'],
  log: ['log-state'],
  users: ['users', 'locked', 'profiles'],
  clock: ['clock'],
};
/** What counts what waits moves with every room. */
const COUNTED = ['counts', 'work', 'saved-lists'];

/** What must be read anew after these rooms moved. */
export function readAnew(rooms: readonly string[] | 'all'): Set<string> {
  const moved = rooms === 'all' || rooms.includes('clock') ? Object.keys(READ) : rooms;
  return new Set([...COUNTED, ...moved.flatMap((room) => READ[room] ?? [])]);
}
