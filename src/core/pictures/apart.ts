import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { lentUser } from '../browser/launch.js';

/**
 * How a process of ours is begun that opens what strangers made: as root it is nobody, and has no network. `needs`: a package that it must be able to read.
 * Not as root, or where nobody may not read the program, it stays what we are, and could open what we can.
 */
export function apart(main: string, needs = 'sharp'): string[] {
  const lent = lentUser();
  if (!lent) return [];
  const nobody = ['--reuid', `${lent.uid}`, '--regid', `${lent.gid}`, '--clear-groups', '--no-new-privs', '--pdeathsig', 'KILL', '--'];
  const words = ['unshare', '--net', '--', 'setpriv', ...nobody];
  const reads = ['test', '-x', process.execPath, '-a', '-r', main, '-a', '-r', createRequire(main).resolve(needs)];
  return spawnSync(words[0], [...words.slice(1), ...reads], { timeout: 5_000 }).status === 0 ? words : [];
}

/** Limits of the system (of `data`, not of the address space, of which engines reserve far more than they use), where there is a program that sets them. */
export function bounded(limits: string[]): string[] {
  const words = ['prlimit', ...limits, '--'];
  return spawnSync(words[0], [...words.slice(1), 'true'], { timeout: 5_000 }).status === 0 ? words : [];
}
