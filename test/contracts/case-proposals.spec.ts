import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Db } from '../../src/core/database/db.js';
import { Log } from '../../src/core/events/log.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgeAgain, judgedPost, undoIsOver, type Ready } from './cases-setup.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const REASON = 'Bài đã được tác giả gỡ, không đáng mở vụ';

describe('a proposed case', () => {
  let office: Office;
  let [inspector, other, legal]: Caller[] = [];
  beforeAll(async () => {
    office = await openOffice();
    [inspector, other, legal] = [await office.as('inspector'), await office.as('inspector'), await office.as('legal')];
  }, 60_000);
  afterAll(() => office.close());

  const sql = <T extends object>(text: string, values: unknown[] = []) => office.database.owner<T>(text, values);
  /** What the classify room tells of the newest judgement of a post. */
  const judged = async (p: Ready): Promise<void> => {
    await undoIsOver(office);
    await told(p);
  };
  const told = async (p: Ready): Promise<void> => {
    const [{ id }] = await sql<{ id: string }>('SELECT id FROM classify.judgements WHERE post_id = $1 ORDER BY recorded_at DESC LIMIT 1', [
      p.postId,
    ]);
    await office.app.get(Db).tx((tx) =>
      office.app.get(Log).append(tx, {
        type: 'post.judged',
        v: 1,
        public: { judgement: 'false-statement-of-fact', platform: 'mang', topic: 'y-te' },
        subject: p.postId,
        office: {
          judgementId: id,
          itemId: p.itemId,
          postId: p.postId,
          judgement: 'false-statement-of-fact',
          claimVersionId: null,
          evidenceId: p.evidenceId,
        },
      }),
    );
    await deliverAll(office);
  };
  const proposed = async (): Promise<Ready> => {
    const ready = await judgedPost(office, inspector.staffId);
    await judged(ready);
    return ready;
  };
  const listed = async (postId: string, who = inspector) =>
    ((await who.call('GET', '/api/work')).body as unknown as { proposals: { postId: string; judgementId: string }[] }).proposals.find(
      (p) => p.postId === postId,
    );
  const decline = (p: Ready, who = inspector, body: object = { judgementId: p.judgementId, reason: REASON }) =>
    who.call('POST', `/api/case-proposals/${p.postId}/decline`, body);
  const undo = (p: Ready, who = inspector) => who.call('DELETE', `/api/case-proposals/${p.postId}/decline`);
  const events = async (postId: string) =>
    (
      await sql<{ type: string }>(`SELECT type FROM core.events WHERE subject = $1 AND type LIKE 'case.proposal-%' ORDER BY position`, [
        postId,
      ])
    ).map((e) => e.type);

  test('leaves the list when somebody declines it and says why; the log has the act, the file the reason', async () => {
    const ready = await proposed();
    expect(await listed(ready.postId)).toMatchObject({ judgementId: ready.judgementId });
    expect(await decline(ready)).toMatchObject({ status: 200, body: { undoSeconds: 10 } });
    expect([await listed(ready.postId), await listed(ready.postId, other)]).toEqual([undefined, undefined]);
    expect(await events(ready.postId)).toEqual(['case.proposal-declined']);
    expect(await sql('SELECT reason, declined_by AS by FROM cases.case_proposal_declines WHERE post_id = $1', [ready.postId])).toEqual([
      { reason: REASON, by: inspector.staffId },
    ]);
    expect(JSON.stringify(await sql('SELECT office FROM core.events WHERE subject = $1', [ready.postId]))).not.toContain('tác giả gỡ');
  });
  test('is not made of a judgement that can still be taken back, on the word of one that was taken back before it', async () => {
    const ready = await judgedPost(office, inspector.staffId);
    await undoIsOver(office);
    await sql('INSERT INTO classify.judgement_undos (judgement_id, undone_by) VALUES ($1, $2)', [ready.judgementId, inspector.staffId]);
    await judgeAgain(office, ready, 'false-statement-of-fact', inspector.staffId, ready);
    await told(ready);
    expect(await listed(ready.postId)).toBeUndefined();
    await judged(ready);
    expect(await listed(ready.postId)).toBeDefined();
  });
  test('comes back when the one who declined takes it back within seconds, and only then', async () => {
    const ready = await proposed();
    await decline(ready);
    expect(await undo(ready, other)).toMatchObject({ status: 409, body: { code: 'undo-too-late' } });
    expect((await undo(ready)).status).toBe(204);
    expect(await listed(ready.postId)).toBeDefined();
    expect(await undo(ready)).toMatchObject({ status: 409 });
    await decline(ready);
    await sql(`UPDATE cases.case_proposal_declines SET recorded_at = recorded_at - interval '11 seconds' WHERE post_id = $1`, [
      ready.postId,
    ]);
    expect((await undo(ready)).body.code).toBe('undo-too-late');
    expect(await listed(ready.postId)).toBeUndefined();
    expect(await events(ready.postId)).toEqual(['case.proposal-declined', 'case.proposal-restored', 'case.proposal-declined']);
  });
  test('is made anew by a later judgement', async () => {
    const ready = await proposed();
    await decline(ready);
    await judged(ready);
    expect(await listed(ready.postId)).toBeUndefined();
    await judgeAgain(office, ready, 'false-statement-of-fact', inspector.staffId, ready);
    await judged(ready);
    const again = await listed(ready.postId);
    expect(again?.judgementId).not.toBe(ready.judgementId);
    expect(await decline(ready)).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(await listed(ready.postId)).toBeDefined();
  });
  test('that was declined can be opened all the same, and one that was opened cannot be declined', async () => {
    const ready = await proposed();
    await decline(ready);
    expect((await inspector.call('POST', '/api/cases', { postId: ready.postId })).status).toBe(201);
    const open = await proposed();
    await inspector.call('POST', '/api/cases', { postId: open.postId });
    expect(await decline(open)).toMatchObject({ status: 409, body: { code: 'already-in-case' } });
  });
  test('is declined once, also when two do it at the same time', async () => {
    const ready = await proposed();
    const both = await Promise.all([decline(ready), decline(ready, other)]);
    expect(both.map((b) => b.status).sort()).toEqual([200, 409]);
    expect(await events(ready.postId)).toEqual(['case.proposal-declined']);
  });
  test('is declined with a reason, by those who work on cases, and not where there is none', async () => {
    const ready = await proposed();
    const { judgementId } = ready;
    for (const body of [{ judgementId }, { judgementId, reason: '  ' }, { judgementId, reason: 'x'.repeat(1_001) }, { reason: REASON }])
      expect((await decline(ready, inspector, body)).status).toBe(400);
    expect((await decline(ready, legal)).body.code).toBe('forbidden');
    expect((await decline({ ...ready, postId: NOBODY })).status).toBe(404);
    expect(await listed(ready.postId)).toBeDefined();
  });
  test('does not exist for a person who is party to a case on that post', async () => {
    const someone = await office.as('inspector');
    const ready = await proposed();
    const { id } = (await inspector.call('POST', '/api/cases', { postId: ready.postId })).body as unknown as { id: string };
    await inspector.call('POST', `/api/cases/${id}/parties`, { kind: 'person', role: 'accused', name: 'X', staffId: someone.staffId });
    for (const to of ['verifying', 'dismissed']) {
      const { version } = (await inspector.call('GET', `/api/cases/${id}`)).body;
      await inspector.call('POST', `/api/cases/${id}/steps`, { to, version, reason: 'không đủ căn cứ' });
    }
    await judgeAgain(office, ready, 'false-statement-of-fact', inspector.staffId, ready);
    await judged(ready);
    const { judgementId } = (await listed(ready.postId))!;
    expect(await listed(ready.postId, someone)).toBeUndefined();
    expect((await decline(ready, someone, { judgementId, reason: REASON })).status).toBe(404);
    expect((await decline(ready, inspector, { judgementId, reason: REASON })).status).toBe(200);
  });
});
