import { Db } from '../../src/core/database/db.js';
import { Log } from '../../src/core/events/log.js';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import { deliverAll } from '../kit/deliver-all.js';
import type { Office } from '../kit/office.js';
import { judgedPost, type Ready } from './cases-setup.js';

export interface Shown {
  text?: string;
  /** by the name of the part */
  pictures?: Record<string, Buffer>;
}

/** A capture is sealed, as the crawl room seals it. */
export async function seals(office: Office, post: Ready, { text, pictures = {} }: Shown): Promise<void> {
  for (const [name, picture] of Object.entries(pictures)) {
    const { sha256, bytes } = await office.app.get(EvidenceStore).put(picture);
    await office.database.owner(
      `INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes) VALUES ($1, $2, $3, 'image/png', $4)`,
      [post.captureId, name, sha256, bytes],
    );
  }
  await office.database.owner('UPDATE crawl.captures SET text = $2 WHERE id = $1', [post.captureId, text ?? null]);
  const { captureId, postId, addressId, evidenceId } = post;
  await office.app.get(Db).tx((tx) =>
    office.app.get(Log).append(tx, {
      type: 'capture.sealed',
      v: 2,
      public: { platform: 'mang', outcome: 'complete' },
      office: { captureId, postId, addressId, evidenceId, observation: 'present', packageSha256: '0'.repeat(64) },
      subject: postId,
    }),
  );
  await deliverAll(office);
}

/** A post that waits in the queue with so much priority, and shows this. */
export async function waiting(office: Office, staffId: string, shown: Shown, priority = 100): Promise<Ready> {
  const post = await judgedPost(office, staffId, 'opinion', shown.text ?? 'không có chữ');
  await office.database.owner(`DELETE FROM classify.judgements WHERE item_id = $1`, [post.itemId]);
  await office.database.owner(
    `UPDATE classify.triage_items SET state = 'waiting', judged_at = NULL, text = $2, reports = 1, text_sha256 = encode(sha256(convert_to($2, 'UTF8')), 'hex') WHERE id = $1`,
    [post.itemId, shown.text ?? null],
  );
  await seals(office, post, shown);
  await office.database.owner('UPDATE classify.triage_items SET priority = $2 WHERE id = $1', [post.itemId, priority]);
  return post;
}
