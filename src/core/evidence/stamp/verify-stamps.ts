import type { Certificate } from './certificate.js';
import { hexOf, toBytes } from './der.js';
import { digest } from './signature.js';
import { verifyToken, type StampVerdict } from './verify-token.js';

/** `absent`: there is none. */
export type StampState = 'holds' | 'absent' | 'broken';
export interface StampsVerdict {
  state: StampState;
  /** one sentence */
  says: string;
  stamps: StampVerdict[];
}

/** What the next token is about: the first is about the package's digest alone, each later one about that and all tokens before it. */
export async function imprintOf(sealDigest: string, before: Uint8Array[]): Promise<string> {
  if (before.length === 0) return sealDigest;
  const hashes: string[] = [];
  for (const token of before) hashes.push(hexOf(await digest('SHA-256', toBytes(token))));
  return hexOf(await digest('SHA-256', new TextEncoder().encode(`${['lachan-restamp/1', sealDigest, ...hashes].join('\n')}\n`)));
}

/**
 * Walks the time stamps of a package, the oldest first. `sealDigest`: SHA-256 of its `datapackage-digest.json`. Each holds if its
 * authority's certificates were still valid when the next one was made, the last if they are valid `now`.
 */
export async function verifyStamps(
  sealDigest: string,
  tokens: Uint8Array[],
  roots: Certificate[] | null,
  now = new Date(),
): Promise<StampsVerdict> {
  if (tokens.length === 0) return { state: 'absent', says: 'No time stamp of an authority is beside it.', stamps: [] };
  const stamps: StampVerdict[] = [];
  for (const [i, token] of tokens.entries())
    stamps.push(await verifyToken(token, { sha256: await imprintOf(sealDigest, tokens.slice(0, i)), roots }));
  for (const [i, stamp] of stamps.entries()) checkReach(stamp, stamps[i + 1]?.at ?? now, i + 1 < stamps.length);
  const broken = stamps.findIndex((s) => !s.holds);
  if (broken >= 0)
    return { state: 'broken', says: `Its time stamp ${broken + 1} does NOT hold: ${stamps[broken].faults[0].says}.`, stamps };
  const [{ at, authority, root }] = stamps;
  const trust = root!.trusted
    ? ''
    : ` Who stands above that authority was NOT checked: compare the certificate ${root!.fingerprint} (${root!.name}) with what it publishes.`;
  return { state: 'holds', says: `It existed by ${at!.toISOString()}, says the time-stamp authority ${authority}.${trust}`, stamps };
}

/** A token is worth as much as its authority's certificates; once they end, only a later token that covers it helps. */
function checkReach(stamp: StampVerdict, until: Date, later: boolean): void {
  if (!stamp.at || !stamp.ends) return;
  if (later && until < stamp.at) stamp.faults.push({ fault: 'time', says: 'a later time stamp is older than it' });
  if (until > stamp.ends)
    stamp.faults.push({
      fault: 'ended',
      says: `the authority’s certificate ended on ${stamp.ends.toISOString().slice(0, 10)}, and no later time stamp covered it by then`,
    });
  stamp.holds = stamp.faults.length === 0;
}
