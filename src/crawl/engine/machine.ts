import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { arch, cpus, hostname, release } from 'node:os';
import type { Machine } from './raw.js';

const said = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Which machine it was. Its id is a hash: it tells two machines apart and nothing else. */
export function machine(): Machine {
  const id = said('/etc/machine-id').trim() || hostname();
  return {
    host: createHash('sha256').update(`lachan-machine\n${id}`).digest('hex').slice(0, 32),
    system: /^PRETTY_NAME="?([^"\n]*)/m.exec(said('/etc/os-release'))?.[1] ?? process.platform,
    kernel: release(),
    processor: `${arch()} ${cpus()[0]?.model ?? ''}`.trim(),
    node: process.version,
  };
}
