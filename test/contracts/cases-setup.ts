import { randomUUID } from 'node:crypto';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import type { Caller, Office } from '../kit/office.js';

export interface Ready {
  postId: string;
  itemId: string;
  addressId: string;
  captureId: string;
  evidenceId: string;
  judgementId: string;
  url: string;
}

/** A post with a sealed capture and a judgement, as the rooms on the left leave it. */
export async function judgedPost(
  office: Office,
  judgedBy: string,
  judgement = 'false-statement-of-fact',
  text = 'Uống nước muối chữa khỏi bệnh',
  pack?: Buffer,
): Promise<Ready> {
  const [postId, itemId, addressId, captureId, evidenceId, judgementId, claimId, versionId] = Array.from({ length: 8 }, () => randomUUID());
  const url = `https://mang.example/bai/${postId}`;
  const sql = office.database.owner.bind(office.database);
  await sql('INSERT INTO intake.posts (id) VALUES ($1)', [postId]);
  await sql(`INSERT INTO intake.addresses (id, post_id, kind, value, url) VALUES ($1, $2, 'url', $3, $3)`, [addressId, postId, url]);
  const { sha256, bytes } = await office.app.get(EvidenceStore).put(pack ?? Buffer.from(`bản chụp ${captureId}`));
  await sql(
    `INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) VALUES ($1, 'capture', $2, 'application/wacz+zip', $3)`,
    [evidenceId, sha256, bytes],
  );
  await sql(
    `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id, platform, text, author) VALUES ($1, $2, $3, $4, 'report', 'sealed', 'complete', $5, 'mang', $6, 'Ai Đó')`,
    [captureId, postId, addressId, url, evidenceId, text],
  );
  await sql(
    `INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes) VALUES ($1, 'picture', repeat('a', 64), 'image/png', 1)`,
    [captureId],
  );
  await sql(
    `INSERT INTO crawl.observations (capture_id, address_id, post_id, url, observation, ground, route) VALUES ($1, $2, $3, $4, 'present', '{"rule":"post-found"}', '{}')`,
    [captureId, addressId, postId, url],
  );
  await sql(
    `INSERT INTO classify.triage_items (id, post_id, state, judged_at, text, evidence_id, capture_id, platform) VALUES ($1, $2, 'judged', core.office_now(), $3, $4, $5, 'mang')`,
    [itemId, postId, text, evidenceId, captureId],
  );
  await sql(`INSERT INTO classify.claims (id, state) VALUES ($1, 'approved')`, [claimId]);
  await sql(
    `INSERT INTO classify.claim_versions (id, claim_id, number, topic, harm, wordings, truth, sources, false_from, drafted_by) VALUES ($1, $2, 1, 'y-te', 'high', $4, 'Không đúng', '[]', '2026-01-01', $3)`,
    [versionId, claimId, judgedBy, JSON.stringify([{ language: 'vi', text }])],
  );
  await sql('UPDATE classify.claims SET current_version_id = $2 WHERE id = $1', [claimId, versionId]);
  await sql('INSERT INTO classify.claim_approvals (version_id, approved_by) VALUES ($1, $2)', [versionId, judgedBy]);
  await sql(
    'INSERT INTO classify.judgements (id, item_id, post_id, judgement, claim_version_id, evidence_id, judged_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [judgementId, itemId, postId, judgement, versionId, evidenceId, judgedBy],
  );
  return { postId, itemId, addressId, captureId, evidenceId, judgementId, url };
}

/** Judges again, as a later judgement does. */
export async function judgeAgain(office: Office, ready: Ready, judgement: string, by: string, on?: Ready): Promise<void> {
  await office.database.owner(
    `INSERT INTO classify.judgements (item_id, post_id, judgement, evidence_id, judged_by, claim_version_id)
     VALUES ($1, $2, $3, $4, $5, (SELECT claim_version_id FROM classify.judgements WHERE id = $6))`,
    [ready.itemId, ready.postId, judgement, ready.evidenceId, by, on?.judgementId ?? null],
  );
}

/** The seconds are over in which what was judged so far could be taken back. */
export const undoIsOver = (office: Office) =>
  office.database.owner(`UPDATE classify.judgements SET recorded_at = recorded_at - interval '11 seconds'`);

/** The claim of that post leaves the registry. */
export async function retireClaim(office: Office, ready: Ready): Promise<void> {
  const [{ claimId }] = await office.database.owner<{ claimId: string }>(
    'SELECT v.claim_id AS "claimId" FROM classify.judgements j JOIN classify.claim_versions v ON v.id = j.claim_version_id WHERE j.id = $1',
    [ready.judgementId],
  );
  await retire(office, claimId);
}
/** A claim leaves the registry, by two persons. */
export async function retire(office: Office, claimId: string): Promise<void> {
  const about = async (who: Caller) => {
    const { version } = (await who.call('GET', `/api/claims/${claimId}`)).body as unknown as { version: number };
    return version;
  };
  const [one, other] = [await office.as('inspector'), await office.as('chief')];
  const path = `/api/claims/${claimId}/retirement`;
  const { status } = await one.call('POST', path, { reason: 'Nguồn đã rút lại', version: await about(one) });
  if (status !== 204) throw new Error(`The retirement was not proposed: ${status}`);
  const decided = await other.call('POST', `${path}/decision`, { agreed: true, version: await about(other) });
  if (decided.status !== 204) throw new Error(`The retirement was not decided: ${decided.status}`);
}
