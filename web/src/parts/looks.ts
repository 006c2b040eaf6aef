interface Happened {
  type: string | null;
  at: string;
  actorName: string | null;
}
/** One line for a run of looks: how many they are, and when the first of them was. */
export type Gathered<T> = T & { times?: number; since?: string };

const LOOK = 'evidence.read';

/** What happened, the newest first: looks at evidence by one person, with nothing between them, become one line; the log keeps each. */
export function gatherLooks<T extends Happened>(lines: readonly T[]): Gathered<T>[] {
  const gathered: Gathered<T>[] = [];
  for (const line of lines) {
    const last = gathered.at(-1);
    if (line.type === LOOK && last?.type === LOOK && last.actorName === line.actorName)
      gathered[gathered.length - 1] = { ...last, times: (last.times ?? 1) + 1, since: line.at };
    else gathered.push(line);
  }
  return gathered;
}
