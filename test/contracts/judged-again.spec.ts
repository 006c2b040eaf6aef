import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost, type Ready } from './cases-setup.js';

interface File {
  item: { state: string; version: number; lookAgain: boolean; judgement: { id: string; judgement: string; reason: string | null } };
  earlier: { id: string; judgement: string }[];
  case: { id: string; number: string; open: boolean } | null;
  next: { act: string; to?: string; possible: boolean; lacks: string[] }[];
  history: { type: string }[];
}
const REASON = 'đọc lại: bài là truyện cười, có ghi rõ';

describe('a post that was judged', () => {
  let office: Office;
  let [inspector, colleague, chief]: Caller[] = [];
  beforeAll(async () => {
    office = await openOffice();
    [inspector, colleague, chief] = [await office.as('inspector'), await office.as('inspector'), await office.as('chief')];
  }, 60_000);
  afterAll(() => office.close());

  const file = async (p: Ready, who = inspector) => (await who.call('GET', `/api/triage/${p.itemId}`)).body as unknown as File;
  const again = async (p: Ready, body: object = {}, who = colleague) => {
    const { version } = (await file(p)).item;
    return who.call('POST', `/api/triage/${p.itemId}/judgement`, { judgement: 'satire', reason: REASON, again: true, version, ...body });
  };
  const openCase = async (p: Ready) =>
    (await inspector.call('POST', '/api/cases', { postId: p.postId })).body as unknown as { id: string; number: string };
  const step = async (id: string, to: string) => {
    const { version } = (await inspector.call('GET', `/api/cases/${id}`)).body;
    return inspector.call('POST', `/api/cases/${id}/steps`, { to, version, reason: 'không đủ căn cứ' });
  };

  test('is judged again with a reason, and both judgements stay on file and in its history', async () => {
    const post = await judgedPost(office, inspector.staffId);
    expect((await file(post)).next.find((n) => n.act === 'judge-again')).toMatchObject({ possible: true, lacks: ['reason'] });
    expect((await again(post, { again: false })).body.code).toBe('already-judged');
    expect((await again(post, { judgement: 'question', reason: '' })).body.code).toBe('reason-needed');
    expect((await again(post)).status).toBe(200);
    const after = await file(post);
    expect(after.item).toMatchObject({ state: 'judged', lookAgain: false, judgement: { judgement: 'satire', reason: REASON } });
    expect(after.earlier).toMatchObject([{ id: post.judgementId, judgement: 'false-statement-of-fact' }]);
    expect(after.history.map((e) => e.type)).toContain('post.judged');
  });
  test('goes back to what was judged before when the second judgement is taken back', async () => {
    const post = await judgedPost(office, inspector.staffId);
    await again(post);
    expect((await colleague.call('DELETE', `/api/triage/${post.itemId}/judgement`)).status).toBe(200);
    expect(await file(post)).toMatchObject({
      item: { state: 'judged', lookAgain: false, judgement: { id: post.judgementId } },
      earlier: [],
    });
  });
  test('is not judged again by whoever may not judge, nor while a colleague holds it', async () => {
    const post = await judgedPost(office, inspector.staffId);
    expect((await again(post, {}, chief)).status).toBe(403);
    await inspector.call('POST', `/api/triage/${post.itemId}/lease`);
    expect((await again(post)).body.code).toBe('leased');
  });
  test('is not judged again while a case rests on it; once the case is dismissed it may be', async () => {
    const post = await judgedPost(office, inspector.staffId);
    const opened = await openCase(post);
    expect(await file(post)).toMatchObject({ case: { id: opened.id, number: opened.number, open: true } });
    expect((await file(post)).next.find((n) => n.act === 'judge-again')).toMatchObject({ possible: false, lacks: ['no-case', 'reason'] });
    expect((await file(post)).next.some((n) => n.act === 'open-case')).toBe(false);
    expect(await again(post)).toMatchObject({ status: 409, body: { code: 'case-rests-on-it' } });
    await step(opened.id, 'verifying');
    await step(opened.id, 'dismissed');
    expect((await file(post)).case).toBeNull();
    expect((await again(post)).status).toBe(200);
  });
  test('is not judged again after its case was closed as confirmed', async () => {
    const post = await judgedPost(office, inspector.staffId);
    const { id } = await openCase(post);
    for (const to of ['verifying', 'confirmed', 'closed']) expect((await step(id, to)).status).toBe(200);
    expect((await file(post)).case).toMatchObject({ id, open: false });
    expect((await again(post)).body.code).toBe('case-rests-on-it');
  });
  test('never has both: a case and a judgement that took its ground away', async () => {
    for (let n = 0; n < 6; n++) {
      const post = await judgedPost(office, inspector.staffId);
      const [opened, judged] = await Promise.all([
        inspector.call('POST', '/api/cases', { postId: post.postId }),
        colleague.call('POST', `/api/triage/${post.itemId}/judgement`, { judgement: 'satire', reason: REASON, again: true, version: 1 }),
      ]);
      expect([opened.status, judged.status].filter((s) => s < 300)).toHaveLength(1);
    }
  });
  test('is proposed for a case no longer, once it is judged to be something else', async () => {
    const post = await judgedPost(office, inspector.staffId, 'satire');
    await again(post, { judgement: 'false-statement-of-fact' });
    expect((await file(post)).item.judgement.judgement).toBe('satire');
    await office.database.owner(
      `INSERT INTO classify.judgements (item_id, post_id, judgement, judged_by) VALUES ($1, $2, 'false-statement-of-fact', $3)`,
      [post.itemId, post.postId, inspector.staffId],
    );
    await office.database.owner(
      'INSERT INTO cases.case_proposals (post_id, judgement_id, item_id) SELECT post_id, id, item_id FROM classify.judgements WHERE post_id = $1 ORDER BY recorded_at DESC LIMIT 1',
      [post.postId],
    );
    const proposed = async () =>
      ((await inspector.call('GET', '/api/work')).body as unknown as { proposals: { postId: string }[] }).proposals.some(
        (p) => p.postId === post.postId,
      );
    expect(await proposed()).toBe(true);
    expect((await again(post)).status).toBe(200);
    await deliverAll(office);
    expect(await proposed()).toBe(false);
  });
});
