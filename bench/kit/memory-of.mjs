// Memory of a process and of all that descends from it, shared pages counted once.
import { readdirSync, readFileSync } from 'node:fs';

const said = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

export function familyOf(pid) {
  const parents = readdirSync('/proc')
    .filter((p) => /^\d+$/.test(p))
    .map((p) => [p, said(p, 'stat').split(') ').at(-1)?.split(' ')[1]]);
  const family = [String(pid)];
  for (let i = 0; i < family.length; i++) for (const [child, parent] of parents) if (parent === family[i]) family.push(child);
  return family;
}
export const megabytesOf = (pids) =>
  pids.reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(said(pid, 'smaps_rollup'))?.[1] ?? 0) / 1_024, 0);

/** Looks until it is told to stop; answers the most. */
export function watchMemory(pid, everyMs = 500) {
  let most = 0;
  const look = () => (most = Math.max(most, megabytesOf(familyOf(pid).slice(1))));
  const timer = setInterval(look, everyMs);
  return () => {
    clearInterval(timer);
    return Math.round(most);
  };
}
