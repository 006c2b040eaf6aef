// What captures of one process leave: processes, folders of browsers, files of pages.
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const said = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
const pids = () => readdirSync('/proc').filter((p) => /^\d+$/.test(p));

/** `parent` started captures; `words` stand in the command lines of what it started. */
export function leftBehind(parent, words) {
  const homes = readdirSync(tmpdir()).filter((f) => f.startsWith(`lachan-browser-${parent}-`));
  const running = pids().filter((pid) => {
    const line = said(pid, 'cmdline');
    return pid !== String(parent) && (line.includes(`lachan-browser-${parent}-`) || words.some((word) => line.includes(word)));
  });
  const written = [tmpdir(), '/tmp'].flatMap((dir) => readdirSync(dir).filter((f) => f.includes('lachan-was-here')));
  return [
    { what: 'processes', names: running },
    { what: 'folders of browsers', names: homes },
    { what: 'files that pages wrote', names: written },
  ];
}

/** Looks until nothing is left, or for ten seconds: a killed process takes a moment to go. */
export async function settledOf(look) {
  let left = look();
  for (let tries = 0; tries < 100 && left.some(({ names }) => names.length > 0); tries++) {
    await pause(100);
    left = look();
  }
  return left;
}
