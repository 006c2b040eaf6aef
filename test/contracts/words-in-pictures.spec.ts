import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { Log } from '../../src/core/events/log.js';
import { Evidence } from '../../src/core/evidence/evidence.js';
import type { TriageFile } from '../../src/classify/triage-answers.js';
import type { TriageLine } from '../../src/classify/triage-line-answers.js';
import { readingTable } from '../../src/core/pictures/words/reading-table.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { WRITTEN } from '../kit/written-pictures.js';

const CLAIM = 'Ngân hàng An Phú Đông sắp phá sản, người gửi tiền phải rút ngay';
const DAM = 'Đập hồ Cánh Diều đã vỡ, nước sẽ về thành phố trong hai giờ nữa';
const onTwoLines = (text: string) => text.replace(', ', ',\n');
const TEXT_ONLY = ['quick', 'picture', 'sweep'];
const ALL = [...TEXT_ONLY, 'reading'];

describe('words in pictures', () => {
  let office: Office;
  let inspector: Caller, chief: Caller;
  const sql = <T extends object>(words: string, values: unknown[] = []) => office.database.owner<T>(words, values);
  const propose = async (wording: string) => {
    const { body } = await inspector.call('POST', '/api/claims', {
      topic: 'tai-chinh',
      harm: 'high',
      wordings: [{ language: 'vi', text: wording }],
      truth: 'Không đúng: mọi việc bình thường.',
      sources: [{ title: 'Ngân hàng Nhà nước', url: 'https://nhnn.example/1', date: '2026-11-01' }],
      falseFrom: '2026-01-01',
      falseTo: null,
    });
    return (body as unknown as { versionId: string }).versionId;
  };
  const claim = async (wording: string) => {
    expect((await chief.call('POST', `/api/claim-versions/${await propose(wording)}/approve`)).status).toBeLessThan(300);
    await deliverAll(office, ALL);
  };
  beforeAll(async () => {
    office = await openOffice();
    [inspector, chief] = [await office.as('inspector'), await office.as('chief')];
    await claim(CLAIM);
  }, 60_000);
  afterAll(() => office.close());

  /** The lane of readings takes its turn: what was rung for before and not done is rung for again. */
  const read = async () => {
    await sql(`UPDATE core.deliveries SET rung_at = NULL WHERE state = 'waiting' AND lane = 'reading'`);
    await deliverAll(office, ALL);
  };
  const fileOf = async (postId: string) => {
    const [{ id }] = await sql<{ id: string }>('SELECT id FROM classify.triage_items WHERE post_id = $1', [postId]);
    return (await inspector.call('GET', `/api/triage/${id}`)).body as unknown as TriageFile;
  };
  const sends = async (bytes: Buffer) => {
    const data = new FormData();
    data.set('picture', new Blob([new Uint8Array(bytes)]), 'anh.png');
    expect((await fetch(`${office.base}/report`, { method: 'POST', body: data, redirect: 'manual' })).status).toBe(303);
    const [{ postId }] = await sql<{ postId: string }>(
      'SELECT l.post_id AS "postId" FROM intake.reports r JOIN intake.report_posts l ON l.report_id = r.id ORDER BY r.recorded_at DESC LIMIT 1',
    );
    return postId;
  };
  /** A link is reported and captured, as the crawl room leaves a capture. */
  const captured = async (text: string | null, parts: Record<string, [Buffer, string]>, url = `https://mang.example/p/${randomUUID()}`) => {
    expect((await office.guest().call('POST', '/api/reports', { url })).status).toBe(201);
    await deliverAll(office, TEXT_ONLY);
    const [{ id, postId, addressId }] = await sql<{ id: string; postId: string; addressId: string }>(
      'SELECT id, post_id AS "postId", address_id AS "addressId" FROM crawl.captures WHERE url = $1 ORDER BY ordered_at DESC LIMIT 1',
      [url],
    );
    const evidence = office.app.get(Evidence);
    for (const [name, [bytes, mediaType]] of Object.entries(parts)) {
      const put = await evidence.store.put(bytes);
      await sql('INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes) VALUES ($1, $2, $3, $4, $5)', [id, name, put.sha256, mediaType, put.bytes]); // prettier-ignore
    }
    const stored = await evidence.store.put(Buffer.from(randomUUID()));
    await office.app.get(Db).tx(async (tx) => {
      const evidenceId = await evidence.seal(tx, { kind: 'capture', ...stored, mediaType: 'application/zip' });
      await tx.query(
        `UPDATE crawl.captures SET state = 'sealed', outcome = 'complete', evidence_id = $2, platform = 'demo', text = $3, text_sha256 = $4, ended_at = now() WHERE id = $1`,
        [id, evidenceId, text, text && createHash('sha256').update(text).digest('hex')],
      );
      await office.app.get(Log).append(tx, {
        type: 'capture.sealed',
        v: 2,
        public: { platform: 'demo', outcome: 'complete' },
        office: { captureId: id, postId, addressId, evidenceId, observation: 'present', packageSha256: '0'.repeat(64) },
        subject: postId,
      });
    });
    return { id, postId };
  };
  const png = async (text: string, kind = 'plain'): Promise<[Buffer, string]> => [await WRITTEN[kind](onTwoLines(text)), 'image/png'];

  test('that a citizen sent match the post, which has no text of its own, and say where they stand', async () => {
    const postId = await sends((await png(CLAIM, 'white on dark'))[0]);
    await deliverAll(office, TEXT_ONLY);
    expect((await fileOf(postId)).matches).toEqual([]);
    await read();
    const { matches, readings, item, post } = await fileOf(postId);
    expect(readings).toMatchObject([
      { kind: 'picture', part: 'picture', outcome: 'read', captureId: null, engine: expect.stringMatching(/^tesseract/) },
    ]);
    expect(matches).toMatchObject([{ strength: 'strong', readingId: readings[0].id, stance: { label: 'spread' } }]);
    expect(matches[0].reasons[0]).toEqual({ code: 'in-picture', part: 'picture', confidence: expect.any(Number) });
    expect([post.text, item.textSha256]).toEqual([null, createHash('sha256').update(readings[0].text).digest('hex')]);
    const marked = readings[0].words.filter((w) => matches[0].spans.some((s) => s.start < w.end && w.start < s.end));
    expect(marked.map((w) => w.text).join(' ')).toContain('phá sản');
    expect(marked.every((w) => w.box.width > 5 && w.box.left + w.box.width <= readings[0].width!)).toBe(true);
    const lines = (await inspector.call('GET', '/api/triage?limit=100')).body as unknown as { items: TriageLine[] };
    const line = lines.items.find((l) => l.id === item.id)!;
    expect(line.firstLine).toBe(readings[0].text.replace(/\s+/g, ' ').trim());
    expect(line.read).toEqual({ confidence: readings[0].confidence });
    expect((await inspector.call('POST', `/api/triage/${item.id}/judgement`, { judgement: 'false-statement-of-fact', matchId: matches[0].id, version: item.version })).status).toBe(200); // prettier-ignore
    await sql(`UPDATE classify.judgements SET recorded_at = recorded_at - interval '11 seconds'`);
    const { id } = (await inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string };
    const { posts } = (await inspector.call('GET', `/api/cases/${id}`)).body as unknown as { posts: { text: null; read: object[] }[] };
    expect(posts).toMatchObject([{ text: null, read: [{ kind: 'picture', confidence: readings[0].confidence, text: readings[0].text }] }]);
  });
  test('of a captured post come as a second look, after its text was matched; whoever has it open is not disturbed by words that nobody knows', async () => {
    const said = 'Mọi người đọc kỹ hình này rồi báo cho người nhà nhé';
    const { postId } = await captured(said, { 'picture-1': await png('Chợ hoa năm nay mở cửa, sớm hơn mọi năm một tuần') });
    await deliverAll(office, TEXT_ONLY);
    const first = await fileOf(postId);
    expect([first.post.text, first.readings]).toEqual([said, []]);
    await read();
    const second = await fileOf(postId);
    expect([second.item.version, second.readings.map((r) => r.outcome), second.matches]).toEqual([first.item.version, ['read'], []]);
    const other = await captured(said, { 'picture-1': await png(CLAIM), 'frame-1': await png(CLAIM) });
    await read();
    const { matches, readings, item } = await fileOf(other.postId);
    expect(matches).toMatchObject([
      { strength: 'strong', readingId: readings.find((r) => r.part === 'picture-1' || r.part === 'frame-1')!.id },
    ]);
    expect(item.priority).toBeGreaterThan(second.item.priority);
  });
  test('and what is said in films count, whichever look comes first', async () => {
    const film = await captured('Xem hết rồi hãy nói', { 'subtitles-1-text': [Buffer.from(`xin chào bà con\n${CLAIM}`), 'text/plain'] });
    await deliverAll(office, ['reading']);
    await read();
    const { matches, readings } = await fileOf(film.postId);
    expect(readings).toMatchObject([{ kind: 'subtitles', outcome: 'read', confidence: null }]);
    expect(matches[0]).toMatchObject({ strength: 'strong', readingId: readings[0].id });
    expect(matches[0].reasons[0]).toEqual({ code: 'in-subtitles', part: 'subtitles-1-text' });
  });
  test('of a post that has no text are enough to name a claim for it', async () => {
    const { postId } = await captured(null, { 'picture-1': await png('Rút hết ra đi kẻo mất trắng đó bà con') });
    await read();
    const { item, matches } = await fileOf(postId);
    expect(matches).toEqual([]);
    const [{ claimId }] = await sql<{ claimId: string }>('SELECT claim_id AS "claimId" FROM classify.claim_versions WHERE wordings::text LIKE $1', [`%${CLAIM}%`]); // prettier-ignore
    expect((await inspector.call('POST', `/api/triage/${item.id}/claims`, { claimId, version: item.version })).status).toBe(200);
    expect((await fileOf(postId)).matches).toMatchObject([{ claimId, score: 0, strength: null, decision: 'confirmed' }]);
  });
  test('of a film that says more than is read are cut between two letters', async () => {
    const bytes = Buffer.from('a'.repeat(readingTable.most_letters - 1) + '😀 và nhiều nữa');
    const { postId } = await captured('Phim dài lắm', { 'subtitles-1-text': [bytes, 'text/plain'] });
    await read();
    expect((await fileOf(postId)).readings.map((r) => r.text.length)).toEqual([readingTable.most_letters - 1]);
  });
  test('that say nothing known, read before the text was matched, do not keep the text from its match', async () => {
    const { postId } = await captured(CLAIM, { 'picture-1': await png('Chợ hoa xuân mở cửa sớm hơn mọi năm') });
    await deliverAll(office, ['reading']);
    await deliverAll(office, TEXT_ONLY);
    const { matches } = await fileOf(postId);
    expect(matches).toMatchObject([{ strength: 'strong', readingId: null }]);
  });
  test('are set beside a claim that becomes known later, and of the same bytes are read once', async () => {
    const picture = await png(DAM);
    const { postId } = await captured(null, { 'picture-1': picture });
    await read();
    expect((await fileOf(postId)).matches).toEqual([]);
    await claim(DAM);
    const { matches, readings } = await fileOf(postId);
    expect(matches).toMatchObject([{ strength: 'strong', readingId: readings[0].id }]);
    await sql(`UPDATE classify.readings SET confidence = 77 WHERE id = $1`, [readings[0].id]);
    const again = await captured(null, { 'picture-1': picture });
    await read();
    expect((await fileOf(again.postId)).readings).toMatchObject([{ confidence: 77, text: readings[0].text }]);
  });
  test('stand in a record of their own that nobody changes', async () => {
    const act = (words: string) => office.app.get(Db).tx((tx) => tx.query(words));
    for (const words of ['DELETE FROM classify.readings', `UPDATE classify.readings SET text = 'x'`])
      await expect(act(words)).rejects.toThrow(/permission denied/);
  });
});
