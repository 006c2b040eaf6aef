import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Db } from '../../src/core/database/db.js';
import { Evidence } from '../../src/core/evidence/evidence.js';
import type { CaptureResult } from '../../src/crawl/engine/index.js';
import { Observations } from '../../src/crawl/index.js';
import type { Office } from './office.js';

/** Puts what a capture brought beside a post, as a sealed look of this moment. */
export async function keepCapture(office: Office, post: { postId: string; addressId: string }, result: CaptureResult): Promise<string> {
  const [id, evidence] = [randomUUID(), office.app.get(Evidence)];
  const stored = await Promise.all(result.files.map(async (file) => ({ ...file, ...(await evidence.store.put(readFileSync(file.path))) })));
  const { title, author, handle, postedAt } = result;
  const textSha256 = result.text ? createHash('sha256').update(result.text).digest('hex') : null;
  await office.app.get(Db).tx(async (tx) => {
    const { sha256, bytes } = stored.find((f) => f.name === 'package')!;
    const evidenceId = await evidence.seal(tx, { kind: 'capture', sha256, bytes, mediaType: 'application/wacz+zip' });
    await tx.query(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id, platform, title, author, handle, posted_at, text, text_sha256, ground, started_at, ended_at)
       SELECT $1, $2, $3, $4, 'report', 'sealed', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16`,
      [id, post.postId, post.addressId, result.finalUrl, result.outcome, evidenceId, result.platform, title, author, handle, postedAt, result.text || null, textSha256, JSON.stringify(result.ground), result.startedAt, result.endedAt], // prettier-ignore
    );
    for (const f of stored)
      await tx.query(
        'INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes, facts) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, f.name, f.sha256, f.mediaType, f.bytes, JSON.stringify(f.facts ?? {})],
      );
    const { observation, ground, route, finalUrl: url } = result;
    await office.app.get(Observations).add(tx, { captureId: id, ...post, url, observation, ground, route });
  });
  return id;
}
