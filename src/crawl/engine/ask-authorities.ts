import { randomBytes } from 'node:crypto';
import type { Certificate } from '../../core/evidence/stamp/certificate.js';
import { stampRequest } from '../../core/evidence/stamp/request.js';
import { verifyToken, type StampVerdict } from '../../core/evidence/stamp/verify-token.js';
import { rootsOf } from '../../core/evidence/witnesses.js';
import { timeStampTable as table } from './time-stamp-table.js';
import { postQuery } from './post-query.js';

export interface StampSettings {
  timestampAuthorities: string[];
  timestampRoots: string | null;
  timestampPolicy: string | null;
  timestampAllow: string[];
}
/** An authority's answer that was checked. */
export interface Stamp {
  bytes: Buffer;
  verdict: StampVerdict & { at: Date; ends: Date; authority: string };
  imprint: string;
  /** how far its clock runs before ours, in milliseconds */
  offsetMs: number;
}
/** `says`: why each authority that was asked gave none. */
export interface Asked {
  stamp: Stamp | null;
  says: string[];
}
const NONCE_BYTES = 16;

/** Asks the configured authorities, one after the other in one time for all, until one of them gives a time stamp that holds. */
export async function askAuthorities(settings: StampSettings, sha256: string): Promise<Asked> {
  const { timestampAuthorities: all } = settings;
  const says: string[] = [];
  let roots: Certificate[];
  try {
    roots = rootsOf(settings) ?? [];
  } catch (error) {
    return { stamp: null, says: [(error as Error).message] };
  }
  for (const address of all) {
    const answer = await ask(address, sha256, roots, settings, (table.answer_seconds * 1_000) / all.length).catch((error: Error) => error);
    if (!(answer instanceof Error)) return { stamp: answer, says };
    says.push(`${new URL(address).host}: ${answer.message}`.slice(0, 300));
  }
  return { stamp: null, says };
}

async function ask(address: string, sha256: string, roots: Certificate[], settings: StampSettings, milliseconds: number): Promise<Stamp> {
  const { timestampPolicy: policy, timestampAllow } = settings;
  const nonce = randomBytes(NONCE_BYTES).toString('hex');
  const bytes = await postQuery(address, stampRequest(sha256, nonce, policy), timestampAllow, {
    milliseconds,
    bytes: table.largest_answer,
  });
  const verdict = await verifyToken(bytes, { sha256, roots, nonce, policy });
  if (!verdict.holds) throw new Error(verdict.faults.map((f) => f.says).join('; '));
  const whole = verdict as Stamp['verdict'];
  return { bytes, verdict: whole, imprint: sha256, offsetMs: whole.at.getTime() - Date.now() };
}
