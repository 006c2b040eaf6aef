import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockFacts } from '../../core/clock/clock-facts.js';
import { projectRoot, type Settings } from '../../core/config.js';
import type { House } from './raw.js';

let software: House['software'] | undefined;

/** What a package says of the house that made it. */
export async function houseFacts(settings: Pick<Settings, 'ntpServers' | 'egressAddress' | 'imageDigest'>): Promise<House> {
  const clock = await clockFacts(settings.ntpServers);
  software ??= { ...named(), commit: commit(), image: settings.imageDigest };
  return { software, publicAddress: settings.egressAddress, clock };
}

function named(): { name: string; version: string } {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  return { name: 'Lá Chắn', version };
}

/** Of the source beside it; null where it was shipped without its history. */
function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: projectRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 2_000,
    }).trim();
  } catch {
    return null;
  }
}
