import { outcomeOf, type Act, type Acts } from './acts.js';

/** A single public act, without anybody's identity, as it stands after everything that took it back. */
export interface RegisterLine extends Omit<Act, 'state' | 'items'> {
  removed: number;
  outcome: string;
}
export interface RegisterDifference {
  act: string;
  here: string;
  there: string;
}

/** The register that acts make, newest first. */
export function registerOf(acts: Acts): RegisterLine[] {
  return [...acts.values()].sort((a, b) => b.seq - a.seq).map(lineOf);
}
function lineOf({ state, items, ...act }: Act): RegisterLine {
  const { state: outcome, removed } = outcomeOf({ state, asked: act.asked, items });
  return { ...act, removed, outcome };
}

/** Where a page of the register that somebody published differs from the lines that the log makes; nothing where it agrees. */
export function pageDifferences(ours: readonly RegisterLine[], theirs: readonly RegisterLine[]): RegisterDifference[] {
  const [a, b] = [ours, theirs].map((lines) => new Map(lines.map((line) => [line.act, line])));
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((act) => {
    const [here, there] = [a.get(act), b.get(act)];
    if (!here || !there) return [{ act, here: here ? here.outcome : 'none', there: there ? there.outcome : 'none' }];
    const fields = (Object.keys(here) as (keyof RegisterLine)[]).filter((field) => here[field] !== there[field]);
    const told = (line: RegisterLine): string => fields.map((field) => `${field} ${line[field]}`).join(', ');
    return fields.length > 0 ? [{ act, here: told(here), there: told(there) }] : [];
  });
}
