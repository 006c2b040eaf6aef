import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import type { Comparison } from '../../src/crawl/compare/comparison.js';
import { mailParts } from '../kit/mail-parts.js';
import type { Caller, Office } from '../kit/office.js';
import type { Ready } from './cases-setup.js';
import { confirmedCase, openTakedownOffice, work, type File } from './enforcement-setup.js';

const WORDS = 'Uống nước muối chữa khỏi bệnh';
const FROM_SOURCE = { session: null, neverLaidOut: true };
const AS_MEMBER = { session: 'van-phong', neverLaidOut: false };
const SHOWN = { session: null, neverLaidOut: false };
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('what a reader must know of words', () => {
  let house: Awaited<ReturnType<typeof openTakedownOffice>>;
  let office: Office;
  let inspector: Caller, coordinator: Caller, legal: Caller;
  let sql: Office['database']['owner'];
  beforeAll(async () => {
    house = await openTakedownOffice();
    ({ office, inspector, coordinator, legal } = house);
    sql = office.database.owner.bind(office.database);
    await sql(
      `INSERT INTO crawl.profiles (name, visitor, platform, hosts, cookies, given_by) VALUES ('van-phong', 'desktop', 'mang', '{mang.example}', 'x', $1)`,
      [inspector.staffId],
    );
  }, 60_000);
  afterAll(() => house.close());

  const read = async <T>(who: Caller, path: string): Promise<T> => {
    const { status, body } = await who.call('GET', path);
    expect([path, status]).toEqual([path, 200]);
    return body as unknown as T;
  };
  const file = (id: string) => read<File>(coordinator, `/api/takedowns/${id}`);
  const draft = async (caseId: string, more: object = {}) => {
    const { status, body } = await coordinator.call('POST', '/api/takedowns', {
      ...{ caseId, platform: 'mang', delivery: 'email', recipient: 'phap-che@mang.example', legalBasis: 'nd147-24h' },
      ...{ fields: { signer: 'Phó Giám đốc Nguyễn Văn A', sources: 'Thông cáo của Bộ Y tế' }, ...more },
    });
    expect([status, body]).toEqual([201, expect.anything()]);
    return file((body as unknown as { id: string }).id);
  };
  /** As the engine leaves a page that did not get laid out in time. */
  const neverLaidOut = (captureId: string) =>
    sql(
      `UPDATE crawl.captures SET ground = '{"rule":"post-found","laidOut":false}', text_sha256 = $2, ended_at = ordered_at WHERE id = $1`,
      [captureId, hash(WORDS)],
    );
  /** One more sealed capture of a post. */
  async function captured({ postId, addressId, url }: Ready, { visitor = 'desktop', text = WORDS } = {}) {
    const [id, evidenceId] = [randomUUID(), randomUUID()];
    await sql(
      `INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) VALUES ($1, 'capture', $2, 'application/wacz+zip', 9)`,
      [evidenceId, hash(id)],
    );
    await sql(
      `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id, platform, visitor, text, text_sha256, ground, ended_at)
       VALUES ($1, $2, $3, $4, 'inspector', 'sealed', 'complete', $5, 'mang', $6, $7, $8, '{"rule":"post-found"}', clock_timestamp())`,
      [id, postId, addressId, url, evidenceId, visitor, text, hash(text)],
    );
    return { id, evidenceId };
  }
  /** The places where the words of a post stand, each with what it says of them. */
  async function places(caseId: string, { itemId, postId, captureId }: Ready) {
    const queue = await read<{ items: { id: string }[] }>(inspector, '/api/triage?state=judged');
    const { post } = await read<{ post: object }>(inspector, `/api/triage/${itemId}`);
    const { posts, exhibits } = await read<{ posts: { postId: string }[]; exhibits: { captureId: string }[] }>(
      inspector,
      `/api/cases/${caseId}`,
    );
    return {
      queue: queue.items.find((line) => line.id === itemId),
      post,
      inCase: posts.find((p) => p.postId === postId),
      exhibit: exhibits.find((e) => e.captureId === captureId),
    };
  }

  test('of a page that was never laid out stands in the queue, at the post, in the case and at its exhibit; a takedown quotes nothing', async () => {
    const { caseId, posts } = await confirmedCase(office, inspector);
    const [post] = posts;
    expect(await places(caseId, post)).toMatchObject({ queue: SHOWN, post: SHOWN, inCase: SHOWN, exhibit: SHOWN });
    await neverLaidOut(post.captureId);
    expect(await places(caseId, post)).toMatchObject({ queue: FROM_SOURCE, post: FROM_SOURCE, inCase: FROM_SOURCE, exhibit: FROM_SOURCE });
    const { content } = await draft(caseId);
    expect(content.body).not.toContain(WORDS);
    expect(content.body).toContain('Nội dung: “không hiển thị”');
    expect(content.body).toContain('Tài khoản đăng: không hiển thị');
  });
  test('ends with a capture of the same words on a page that was laid out, but not for what was captured before', async () => {
    const { caseId, posts } = await confirmedCase(office, inspector);
    const [post] = posts;
    await neverLaidOut(post.captureId);
    const other = await captured(post, { text: 'Chữ khác' });
    expect(await places(caseId, post)).toMatchObject({ queue: FROM_SOURCE, post: FROM_SOURCE, inCase: FROM_SOURCE });
    await captured(post);
    expect(await places(caseId, post)).toMatchObject({ queue: SHOWN, post: SHOWN, inCase: SHOWN, exhibit: FROM_SOURCE });
    const compared = await read<Comparison>(inspector, `/api/captures/${other.id}/compare/${post.captureId}`);
    expect([compared.earlier, compared.later]).toMatchObject([FROM_SOURCE, SHOWN]);
    expect((await draft(caseId)).content.body).toContain(`“${WORDS}”`);
  });
  test('stands where a case is proposed, and where a capture is chosen as an exhibit', async () => {
    const { caseId, posts } = await confirmedCase(office, inspector, 1);
    const [post] = posts;
    const later = await captured(post, { text: 'Chữ sau' });
    const member = await captured(post, { visitor: 'van-phong', text: 'Chữ cho thành viên' });
    await neverLaidOut(later.id);
    const { items } = await read<{ items: { id: string }[] }>(inspector, `/api/cases/${caseId}/captures`);
    expect(items.find((c) => c.id === later.id)).toMatchObject(FROM_SOURCE);
    expect(items.find((c) => c.id === member.id)).toMatchObject(AS_MEMBER);
    await sql(
      `INSERT INTO cases.case_proposals (post_id, item_id, judgement_id) SELECT post_id, item_id, id FROM classify.judgements WHERE id = $1`,
      [post.judgementId],
    );
    await sql('DELETE FROM cases.held_posts WHERE post_id = $1', [post.postId]);
    const proposed = async () =>
      (await read<{ proposals: { postId: string }[] }>(inspector, '/api/work')).proposals.find((p) => p.postId === post.postId);
    expect(await proposed()).toMatchObject(SHOWN);
    await neverLaidOut(post.captureId);
    expect(await proposed()).toMatchObject(FROM_SOURCE);
  });

  describe('of a page that a signed-in visitor saw', () => {
    const EVERY = 'Chứng cứ nêu trên cho thấy trang khi người xem đã đăng nhập; người chưa đăng nhập có thể không thấy nội dung này.';
    async function memberCase() {
      const made = await confirmedCase(office, inspector);
      await sql(`UPDATE crawl.captures SET visitor = 'van-phong' WHERE id = $1`, [made.posts[0].captureId]);
      return made;
    }
    test('stands in the queue and at the post', async () => {
      const { caseId, posts } = await memberCase();
      expect(await places(caseId, posts[0])).toMatchObject({ queue: AS_MEMBER, post: AS_MEMBER, inCase: AS_MEMBER, exhibit: AS_MEMBER });
    });
    test('is said to whoever drafts, approves and gets the letter, to the byte, and by its withdrawal; of which session to none outside', async () => {
      const { caseId } = await memberCase();
      const { links } = await read<{ links: { evidence: object[] }[] }>(coordinator, `/api/takedowns/prefill?caseId=${caseId}`);
      expect(links[0].evidence).toMatchObject([{ session: 'van-phong' }]);
      const { id, contentHash, content } = await draft(caseId);
      expect(content).toMatchObject({ body: expect.stringContaining(EVERY), items: [{ evidence: [{ signedIn: true }] }] });
      expect(await read(legal, `/api/takedowns/${id}/preview`)).toMatchObject({ contentHash, body: content.body });
      expect((await legal.call('POST', `/api/takedowns/${id}/approve`, { contentHash })).status).toBe(200);
      // what is known by then changes nothing of what was approved
      await sql(`UPDATE crawl.captures SET visitor = 'desktop' WHERE visitor = 'van-phong'`);
      const { version } = await file(id);
      expect((await coordinator.call('POST', `/api/takedowns/${id}/send`, { version })).status).toBe(200);
      await work(office);
      const sent = await file(id);
      expect([sent.state, sent.contentHash]).toEqual(['sent', contentHash]);
      const [text, data] = mailParts(house.mail.mails.at(-1)!);
      expect(text.trim()).toBe(content.body);
      expect(hash(data)).toBe(contentHash);
      for (const leaves of [text, data]) expect(leaves).not.toContain('van-phong');
      const withdrawn = await coordinator.call('POST', `/api/takedowns/${id}/withdraw`, { reason: 'Gửi nhầm', version: sent.version });
      const withdrawal = await file((withdrawn.body as unknown as { withdrawalId: string }).withdrawalId);
      expect(withdrawal.content.body).toContain('Yêu cầu đã rút dựa trên trang mà người xem đã đăng nhập thấy');
    }, 30_000);
    test('is said to the inbox of a platform and to whoever hands it over, in the language of the letter', async () => {
      for (const [delivery, recipient] of [
        ['inbox', 'Hộp thư điều hành'],
        ['manual', 'Facebook'],
      ]) {
        const { caseId } = await memberCase();
        const { id, contentHash } = await draft(caseId, { delivery, recipient, language: 'en' });
        expect((await legal.call('POST', `/api/takedowns/${id}/approve`, { contentHash })).status).toBe(200);
        const says = 'The evidence above shows the page as a signed-in visitor saw it';
        if (delivery === 'manual') expect((await file(id)).content.body).toContain(says);
        else {
          expect((await coordinator.call('POST', `/api/takedowns/${id}/send`, { version: (await file(id)).version })).status).toBe(200);
          await work(office);
          const { body } = house.inbox.tickets.at(-1) as unknown as { body: { body: string } };
          expect(body.body).toContain(says);
          expect(JSON.stringify(body)).not.toContain('van-phong');
        }
      }
    }, 30_000);
    test('is said of the capture that it is of, where the other one shows what anybody is shown, and of the words alone', async () => {
      const { caseId, posts } = await confirmedCase(office, inspector);
      const [post] = posts;
      const member = await captured(post, { visitor: 'van-phong' });
      const attach = { evidenceId: member.evidenceId, why: 'bản chụp khi đã đăng nhập' };
      expect((await inspector.call('POST', `/api/cases/${caseId}/exhibits`, attach)).status).toBe(201);
      const { content } = await draft(caseId);
      expect(content.items[0].evidence).toHaveLength(2);
      expect(content.body).toContain(`Bản chụp có mã băm ${hash(member.id)} cho thấy trang khi người xem đã đăng nhập`);
      expect(content.body).not.toContain('nêu trên được đọc từ trang');

      const second = await confirmedCase(office, inspector);
      const [wall] = second.posts;
      await sql(`UPDATE crawl.captures SET outcome = 'blocked', text = NULL, author = NULL WHERE id = $1`, [wall.captureId]);
      const { id } = await captured(wall, { visitor: 'van-phong' });
      await sql('UPDATE classify.triage_items SET capture_id = $2 WHERE post_id = $1', [wall.postId, id]);
      const letter = (await draft(second.caseId)).content.body;
      expect(letter).toContain(`“${WORDS}”`);
      expect(letter).toContain('Nội dung nêu trên được đọc từ trang khi người xem đã đăng nhập');
    });
  });
});
