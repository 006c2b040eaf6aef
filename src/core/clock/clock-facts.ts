import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { askNtp, type NtpAnswer } from './ntp.js';

/** the source of a clock where nothing on the machine tells of one; packages have it in these words */
export const KEPT_BY_NONE = 'the system clock, kept by no service that tells';
/** By which clock times are written, and how far it was from those it was compared with. */
export interface ClockFacts {
  source: 'chrony' | 'systemd-timesyncd' | typeof KEPT_BY_NONE;
  /** null: nobody tells */
  synchronised: boolean | null;
  /** each server that was asked, with this clock's distance from it in milliseconds, or why it did not answer */
  servers: NtpAnswer[];
  /** the middle one of those distances */
  offsetMilliseconds: number | null;
  askedAt: string;
}
const ALARM_MS = 1_000;
const KEEP_MS = 600_000;
const run = promisify(execFile);
let last: { at: number; servers: string; facts: Promise<ClockFacts> } | null = null;

/** What is known of this machine's clock; asked anew every ten minutes. `servers` are those of NTP_SERVERS, host:port. */
export function clockFacts(servers: readonly string[]): Promise<ClockFacts> {
  const key = servers.join();
  if (last?.servers !== key || performance.now() - last.at > KEEP_MS) last = { at: performance.now(), servers: key, facts: ask(servers) };
  return last.facts;
}

/** Too far off for evidence. */
export const isFarOff = ({ offsetMilliseconds }: ClockFacts): boolean => Math.abs(offsetMilliseconds ?? 0) > ALARM_MS;

async function ask(servers: readonly string[]): Promise<ClockFacts> {
  const askedAt = new Date().toISOString();
  const [kept, answers] = await Promise.all([keeper(), Promise.all(servers.map((server) => askNtp(server)))]);
  const offsets = answers.flatMap((a) => a.offsetMilliseconds ?? []).sort((a, b) => a - b);
  return { ...kept, servers: answers, offsetMilliseconds: offsets[Math.floor(offsets.length / 2)] ?? null, askedAt };
}

async function keeper(): Promise<Pick<ClockFacts, 'source' | 'synchronised'>> {
  const said = async (program: string, ...words: string[]) =>
    (await run(program, words, { timeout: 1_000 }).catch(() => null))?.stdout ?? null;
  const chrony = await said('chronyc', '-c', 'tracking');
  if (chrony) return { source: 'chrony', synchronised: chrony.trim().split(',').at(-1) === 'Normal' };
  const systemd = await said('timedatectl', 'show', '--property=NTPSynchronized', '--value');
  if (systemd) return { source: 'systemd-timesyncd', synchronised: systemd.trim() === 'yes' };
  return { source: KEPT_BY_NONE, synchronised: null };
}
