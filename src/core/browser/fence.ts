import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canFence, lentUser, type SandboxIs } from './launch.js';

/** What holds the browser of a capture in, on this machine. */
export interface Fence {
  /** the user that it is run as, apart from that of the house; null: the house's own */
  user: string | null;
  root: boolean;
  sandbox: boolean;
  memoryBytes: number | null;
  processes: number | null;
}
const CGROUPS = '/sys/fs/cgroup';

export function fence(): Fence {
  const [root, lent] = [process.getuid?.() === 0, lentUser()];
  return {
    user: lent ? `nobody (${lent.uid})` : null,
    root,
    sandbox: (!root || lent !== null) && canFence(lent),
    ...limitsOf(ownGroups()),
  };
}

/** The least of what this process's control group and those around it allow; null: none of them limits it. */
export function limitsOf(folders: readonly string[]): Pick<Fence, 'memoryBytes' | 'processes'> {
  const least = (name: string): number | null => {
    const said = folders.map((dir) => join(dir, name)).flatMap((file) => (existsSync(file) ? [readFileSync(file, 'utf8').trim()] : []));
    const limits = said.filter((value) => /^\d+$/.test(value)).map(Number);
    return limits.length > 0 ? Math.min(...limits) : null;
  };
  return { memoryBytes: least('memory.max'), processes: least('pids.max') };
}

function ownGroups(): string[] {
  const own = existsSync('/proc/self/cgroup') ? /^0::\/?(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1] : undefined;
  const steps = (own ?? '').split('/').filter(Boolean);
  return [...steps.keys(), steps.length].map((n) => join(CGROUPS, ...steps.slice(0, n)));
}

/** One line for whoever starts a worker. */
export function fenceInWords({ user, root, sandbox, memoryBytes, processes }: Fence, sandboxIs: SandboxIs): string {
  const as = user ? `as the user ${user}` : root ? 'as root (there is no setpriv, or no user nobody)' : 'as the user of this process';
  const own = sandbox
    ? 'with its own sandbox'
    : sandboxIs === 'required'
      ? 'WITHOUT its own sandbox, which CHROMIUM_SANDBOX requires: nothing will be captured'
      : 'WITHOUT its own sandbox: this system gives it no user namespaces';
  const memory = memoryBytes === null ? 'memory is not limited' : `at most ${Math.round(memoryBytes / 2 ** 20)} MiB of memory`;
  return `The browser runs ${as}, ${own}; ${memory}, ${processes === null ? 'processes are not limited' : `at most ${processes} processes`}`;
}
