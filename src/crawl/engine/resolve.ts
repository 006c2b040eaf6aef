import { lookup } from 'node:dns/promises';
import { isPublicAddress } from '../../core/address/public-address.js';
import { captureLimits } from './limits.js';

export class Denied extends Error {}
const RESOLVE_MS = 5_000;

/** The address to connect to, checked before any connection; every answer of the name must be public. `allow` opens single targets (host:port) on purpose. */
export async function resolvePublic(host: string, port: number, allow: readonly string[]): Promise<{ pinned: string; answers: string[] }> {
  const bare = host
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '')
    .toLowerCase();
  if (allow.includes(`${bare}:${port}`)) return { pinned: /^[\d.]+$|:/.test(bare) ? bare : '127.0.0.1', answers: ['opened on purpose'] };
  if (!isPublicName(bare)) throw new Denied(`${bare} leads to the inside`);
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`${bare} was not resolved in ${RESOLVE_MS} ms`)), RESOLVE_MS).unref();
  });
  const answers = (await Promise.race([lookup(bare, { all: true, verbatim: true }), late])).map((a) => a.address);
  const inside = answers.find((address) => !isPublicAddress(address));
  if (inside) throw new Denied(`${bare} leads to the inside (${inside})`);
  if (answers.length === 0) throw new Error(`${bare} has no address`);
  return { pinned: answers.find((a) => !a.includes(':')) ?? answers[0], answers };
}

/** No name is asked for that could only be of this machine, of its office or of the cloud that it runs in. */
const isPublicName = (name: string): boolean =>
  name.includes(':') || (name.includes('.') && !captureLimits.inside_names.some((inside) => name.endsWith(`.${inside}`)));
