import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Db } from '../../src/core/database/db.js';
import { Deliver } from '../../src/core/events/deliver.js';
import { Log } from '../../src/core/events/log.js';
import { Relay } from '../../src/core/events/relay.js';
import { Cases } from '../../src/cases/index.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgeAgain, judgedPost, retireClaim, undoIsOver, type Ready } from './cases-setup.js';

interface File {
  id: string;
  number: string;
  state: string;
  version: number;
  title: string;
  assignee: { staffId: string } | null;
  posts: Record<string, never>[];
  exhibits: Record<string, never>[];
  parties: Record<string, never>[];
  notes: object[];
  deadlines: { overdue: boolean }[];
  falls: object[];
  history: { type: string; actorName: string | null; reason: string | null; title: { was: string | null; now: string } | null }[];
  next: { act: string; to?: string; possible: boolean; lacks: string[]; ownWork: boolean }[];
}
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('cases', () => {
  let office: Office;
  let inspector: Caller;
  let legal: Caller;
  let chief: Caller;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    [inspector, legal, chief] = [await office.as('inspector'), await office.as('legal'), await office.as('chief')];
  }, 60_000);
  afterAll(() => office.close());

  const post = (judgement?: string) => judgedPost(office, inspector.staffId, judgement);
  const opened = async (ready?: Ready): Promise<File> => {
    const { status, body } = await inspector.call('POST', '/api/cases', { postId: (ready ?? (await post())).postId });
    expect(status).toBe(201);
    return body as unknown as File;
  };
  const file = async (id: string, who = inspector) => (await who.call('GET', `/api/cases/${id}`)).body as unknown as File;
  const act = async (who: Caller, id: string, path: string, body: object = {}) =>
    who.call('POST', `/api/cases/${id}/${path}`, { version: (await file(id)).version, ...body });
  const step = (id: string, to: string, who = inspector, reason = 'đã xem xét') => act(who, id, 'steps', { to, reason });
  const confirmed = async (): Promise<File> => {
    const { id } = await opened();
    await step(id, 'verifying');
    expect((await step(id, 'confirmed')).status).toBe(200);
    return file(id);
  };
  const work = async () => {
    await office.database.owner(`UPDATE core.deliveries SET available_at = clock_timestamp() WHERE state = 'waiting'`);
    await office.app.get(Relay).sweep(async (rings) => {
      for (const ring of rings) await office.app.get(Deliver).run(ring.id);
    });
  };

  describe('opening', () => {
    test('is done by an inspector for a post judged a false statement of fact; whoever opens it has it', async () => {
      const ready = await post();
      const { id, number, state, version } = await opened(ready);
      expect({ state, version }).toEqual({ state: 'open', version: 1 });
      expect(number).toMatch(/^\d{4}-\d{6}$/);
      const seen = await file(id, legal);
      expect(seen).toMatchObject({
        id,
        number,
        state: 'open',
        assignee: { staffId: inspector.staffId },
        title: 'Uống nước muối chữa khỏi bệnh',
      });
      expect(seen.posts).toMatchObject([
        {
          postId: ready.postId,
          reason: 'opened-from',
          judgement: { judgement: 'false-statement-of-fact', claim: { topic: 'y-te' } },
          addresses: [{ url: ready.url, observation: { observation: 'present' } }],
        },
      ]);
    });
    test('attaches the evidence that the judgement rests on, with the reason', async () => {
      const ready = await post();
      const { exhibits } = await file((await opened(ready)).id);
      expect(exhibits.map((e) => e.custody)).toEqual(exhibits.map(() => []));
      expect(exhibits).toMatchObject([
        {
          evidenceId: ready.evidenceId,
          captureId: ready.captureId,
          addressId: ready.addressId,
          part: 'whole',
          url: ready.url,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          why: expect.stringContaining('nhận định'),
        },
      ]);
    });
    test('shows of that evidence when it was captured, how that ended, what the post said then, and which part is a still of it', async () => {
      const ready = await post();
      await office.database.owner(`UPDATE crawl.captures SET ended_at = '2026-11-01T03:00:00Z' WHERE id = $1`, [ready.captureId]);
      await office.database.owner(
        `INSERT INTO crawl.capture_parts (capture_id, name, sha256, media_type, bytes) VALUES ($1, 'page', repeat('b', 64), 'image/png', 1)`,
        [ready.captureId],
      );
      const { id } = await opened(ready);
      expect((await act(inspector, id, 'exhibits', { evidenceId: ready.evidenceId, part: 'page', why: 'cả trang' })).status).toBe(201);
      const shown = {
        outcome: 'complete',
        capturedAt: '2026-11-01T03:00:00.000Z',
        text: 'Uống nước muối chữa khỏi bệnh',
        looks: 0,
      };
      expect((await file(id)).exhibits).toMatchObject([
        { ...shown, picturePart: 'picture' },
        { ...shown, picturePart: 'page' },
      ]);
    });
    test('is refused for a post of any other judgement, for one whose judgement changed since, and for none at all', async () => {
      for (const judgement of ['opinion', 'satire', 'cannot-be-verified'])
        expect((await inspector.call('POST', '/api/cases', { postId: (await post(judgement)).postId })).body.code).toBe('not-judged-false');
      const ready = await post();
      await judgeAgain(office, ready, 'satire', inspector.staffId);
      expect((await inspector.call('POST', '/api/cases', { postId: ready.postId })).body.code).toBe('not-judged-false');
      expect((await inspector.call('POST', '/api/cases', { postId: NOBODY })).status).toBe(404);
    });
    test('of one post by two at once ends in one case, and the other is told its number', async () => {
      const ready = await post();
      const second = await office.as('inspector');
      const both = await Promise.all(
        [inspector, second, inspector, second].map((who) => who.call('POST', '/api/cases', { postId: ready.postId })),
      );
      const made = both.filter((b) => b.status === 201);
      expect(made).toHaveLength(1);
      for (const other of both.filter((b) => b.status !== 201))
        expect(other).toMatchObject({
          status: 409,
          body: { code: 'already-in-case', number: made[0].body.number, caseId: made[0].body.id },
        });
    });
    test('settles the judgement at once: whoever judged is told why it is not taken back any more', async () => {
      const ready = await post();
      expect((await inspector.call('DELETE', `/api/triage/${ready.itemId}/judgement`)).status).toBe(200);
      expect((await inspector.call('POST', '/api/cases', { postId: ready.postId })).body.code).toBe('not-judged-false');
      const settled = await post();
      await opened(settled);
      expect(await inspector.call('DELETE', `/api/triage/${settled.itemId}/judgement`)).toMatchObject({
        status: 409,
        body: { code: 'judgement-settled' },
      });
      await expect(
        office.database.owner('INSERT INTO classify.judgement_undos (judgement_id, undone_by) VALUES ($1, $2)', [
          settled.judgementId,
          inspector.staffId,
        ]),
      ).rejects.toThrow('a case rests on this judgement');
    });
    test('and the undo of its judgement, both at once, never leave a case on a judgement that was taken back', async () => {
      for (let i = 0; i < 5; i++) {
        const ready = await post();
        const [made, undone] = await Promise.all([
          inspector.call('POST', '/api/cases', { postId: ready.postId }),
          inspector.call('DELETE', `/api/triage/${ready.itemId}/judgement`),
        ]);
        expect([made.status === 201, undone.status === 200].filter(Boolean)).toHaveLength(1);
      }
    });
    test('is refused on a claim that has left the registry', async () => {
      const ready = await post();
      await retireClaim(office, ready);
      expect((await inspector.call('POST', '/api/cases', { postId: ready.postId })).body.code).toBe('claim-gone');
    });
    test('fifty times at once gives numbers without a gap and without a double', async () => {
      const before = await office.database.owner<{ last: number }>('SELECT coalesce(max(serial), 0) AS last FROM cases.cases');
      const posts: Ready[] = [];
      for (let i = 0; i < 50; i++) posts.push(await post());
      const refused = await post('opinion');
      const answers = await Promise.all(
        [...posts, refused, posts[0], posts[1]].map((p) => inspector.call('POST', '/api/cases', { postId: p.postId })),
      );
      expect(answers.filter((a) => a.status === 201)).toHaveLength(50);
      const serials = (await office.database.owner<{ serial: number }>('SELECT serial FROM cases.cases ORDER BY serial')).map(
        (r) => r.serial,
      );
      expect(serials).toEqual(Array.from({ length: before[0].last + 50 }, (_, i) => i + 1));
    }, 60_000);
    test('takes the number of the office year, and a new year begins at one', async () => {
      await office.database.owner(`UPDATE core.installation SET demo = true, clock_offset = '2 years'`);
      const { number } = await opened();
      await office.database.owner(`UPDATE core.installation SET clock_offset = '0'`);
      const [{ year }] = await office.database.owner<{ year: number }>(
        `SELECT extract(year FROM (clock_timestamp() + interval '2 years') AT TIME ZONE 'Asia/Ho_Chi_Minh')::int AS year`,
      );
      expect(number).toBe(`${year}-000001`);
    });
    test('is proposed by a judgement that still stands, once its undo has run out', async () => {
      const [ready, changed, held] = [await post(), await post(), await post()];
      await opened(held);
      for (const p of [ready, changed, held]) {
        await office.app.get(Db).tx((tx) =>
          office.app.get(Log).append(tx, {
            type: 'post.judged',
            v: 1,
            public: { judgement: 'false-statement-of-fact', platform: 'mang', topic: 'y-te' },
            subject: p.postId,
            office: {
              judgementId: p.judgementId,
              itemId: p.itemId,
              postId: p.postId,
              judgement: 'false-statement-of-fact',
              claimVersionId: null,
              evidenceId: p.evidenceId,
            },
          }),
        );
      }
      await judgeAgain(office, changed, 'true', inspector.staffId);
      await undoIsOver(office);
      await work();
      const proposals = await office.database.owner<{ post_id: string; case_id: string | null }>(
        'SELECT post_id, case_id FROM cases.case_proposals WHERE post_id = ANY($1)',
        [[ready.postId, changed.postId, held.postId]],
      );
      expect(proposals).toEqual([{ post_id: ready.postId, case_id: null }]);
      const { id } = await opened(ready);
      expect(await office.database.owner('SELECT case_id FROM cases.case_proposals WHERE post_id = $1', [ready.postId])).toEqual([
        { case_id: id },
      ]);
    });
  });

  describe('the flow', () => {
    test('goes from open over verifying and confirmed to closed, each step in the log with its reason in the file', async () => {
      const { id } = await opened();
      for (const to of ['verifying', 'confirmed', 'closed']) expect(await step(id, to)).toMatchObject({ status: 200, body: { state: to } });
      const { history, state } = await file(id);
      expect(state).toBe('closed');
      expect(history.filter((h) => h.type === 'case.stepped')).toMatchObject([
        { reason: 'đã xem xét', actorName: expect.stringContaining('Người') },
        {},
        {},
      ]);
      expect(
        await office.database.owner(
          `SELECT public ->> 'to' AS to FROM core.events WHERE subject = $1 AND type = 'case.stepped' ORDER BY position`,
          [id],
        ),
      ).toEqual([{ to: 'verifying' }, { to: 'confirmed' }, { to: 'closed' }]);
    });
    test('jumps over nothing, and a step that it forbids names where the case stands', async () => {
      const { id } = await opened();
      expect(await step(id, 'confirmed')).toMatchObject({ status: 409, body: { code: 'no-such-step', current: { state: 'open' } } });
      expect((await step(id, 'closed')).status).toBe(409);
    });
    test('confirms only while a post is judged false now', async () => {
      const ready = await post();
      const { id } = await opened(ready);
      await step(id, 'verifying');
      await judgeAgain(office, ready, 'error-already-corrected', inspector.staffId);
      expect(await step(id, 'confirmed')).toMatchObject({ status: 422, body: { code: 'case-lacks', lacks: ['false-statement'] } });
      expect((await file(id)).next).toContainEqual({
        act: 'confirm',
        to: 'confirmed',
        possible: false,
        lacks: ['false-statement'],
        ownWork: false,
      });
      expect((await step(id, 'dismissed')).body.state).toBe('dismissed');
    });
    test('confirms on no judgement that can still be taken back, nor on a claim that has left the registry', async () => {
      const [young, gone] = [await post(), await post()];
      const [first, second] = [await opened(young), await opened(gone)];
      for (const { id } of [first, second]) await step(id, 'verifying');
      await judgeAgain(office, young, 'false-statement-of-fact', inspector.staffId, young);
      await retireClaim(office, gone);
      for (const { id } of [first, second]) expect((await step(id, 'confirmed')).body).toMatchObject({ lacks: ['false-statement'] });
      await office.database.owner(`UPDATE classify.judgements SET recorded_at = recorded_at - interval '11 seconds' WHERE post_id = $1`, [
        young.postId,
      ]);
      expect((await step(first.id, 'confirmed')).status).toBe(200);
    });
    test('asks for a reason in words where a case ends or comes back', async () => {
      const { id } = await opened();
      await step(id, 'verifying', inspector, '');
      expect((await step(id, 'dismissed', inspector, ' ')).body.code).toBe('step-reason-needed');
    });
    test('is walked by those with the right only; others see the file without acts', async () => {
      const { id } = await opened();
      for (const who of [legal, chief, await office.as('coordinator'), await office.as('auditor')]) {
        expect((await step(id, 'verifying', who)).status).toBe(403);
        expect((await file(id, who)).next).toEqual([]);
      }
      expect((await (await office.as('operator')).call('GET', `/api/cases/${id}`)).status).toBe(403);
    });
    test('lets go of its posts when it is dismissed, and takes them back when it is reopened, unless another case has them', async () => {
      const ready = await post();
      const first = await opened(ready);
      await step(first.id, 'verifying');
      await step(first.id, 'dismissed');
      const second = await opened(ready);
      await step(first.id, 'closed');
      expect(await step(first.id, 'verifying')).toMatchObject({ status: 409, body: { code: 'already-in-case', number: second.number } });
      await step(second.id, 'verifying');
      await step(second.id, 'dismissed');
      expect((await step(first.id, 'verifying')).body.state).toBe('verifying');
    });
    test('refuses what is out of date, and says what is current', async () => {
      const { id, version } = await opened();
      await step(id, 'verifying');
      for (const [path, body] of [
        ['steps', { to: 'confirmed' }],
        ['assignment', { staffId: null }],
        ['notes', { text: 'x' }],
        ['parties', { kind: 'person', role: 'other', name: 'X' }],
        ['deadlines', { what: 'việc gì', dueAt: '2099-01-01' }],
      ] as const) {
        expect(await inspector.call('POST', `/api/cases/${id}/${path}`, { ...body, version })).toMatchObject({
          status: 409,
          body: { code: 'stale', current: { version: 2, state: 'verifying' } },
        });
      }
    });
    test('of two steps at the same time lets one through', async () => {
      const { id, version } = await opened();
      const both = await Promise.all([1, 2, 3].map(() => inspector.call('POST', `/api/cases/${id}/steps`, { to: 'verifying', version })));
      expect(both.map((b) => b.status).sort()).toEqual([200, 409, 409]);
    });
  });

  describe('a confirmed case', () => {
    test('falls when one person proposes it and another decides', async () => {
      const { id } = await confirmed();
      expect((await act(inspector, id, 'falls', { reason: 'bài đã được đính chính trước đó' })).status).toBe(201);
      expect((await file(id, chief)).next).toMatchObject([
        { act: 'approve-fall', to: 'dismissed', possible: true },
        { act: 'decline-fall', possible: true },
      ]);
      expect(await act(chief, id, 'falls/decision', { decision: 'approved' })).toMatchObject({ status: 200, body: { state: 'dismissed' } });
      expect((await file(id)).history.map((h) => h.type)).toEqual(
        expect.arrayContaining(['case.fall-proposed', 'case.stepped', 'case.fell']),
      );
    });
    test('is marked when a post is judged otherwise afterwards or its claim is retired, and stays until it falls', async () => {
      const [ready, other] = [await post(), await post()];
      const { id } = await opened(ready);
      await act(inspector, id, 'posts', { postId: other.postId });
      await step(id, 'verifying');
      await step(id, 'confirmed');
      expect(await file(id)).toMatchObject({ groundLost: 0, posts: [{ stands: true }, { stands: true }] });
      await judgeAgain(office, ready, 'satire', inspector.staffId);
      expect(await file(id)).toMatchObject({ state: 'confirmed', groundLost: 1, posts: [{ stands: false }, { stands: true }] });
      await retireClaim(office, other);
      expect(await file(id)).toMatchObject({ state: 'confirmed', groundLost: 2 });
      expect((await file(id)).next.map((n) => n.act)).toContain('propose-fall');
      const { number } = await file(id);
      expect((await inspector.call('GET', `/api/cases?q=${number}`)).body).toMatchObject({ items: [{ id, groundLost: 2 }] });
    });
    test('is not let fall by the one who proposed it, whatever the roles, nor by a second account of that person', async () => {
      const both = await office.as('legal', 'chief');
      const { id } = await confirmed();
      await act(both, id, 'falls', { reason: 'nghi ngờ chứng cứ' });
      expect((await file(id, both)).next).toContainEqual({
        act: 'approve-fall',
        to: 'dismissed',
        possible: false,
        lacks: [],
        ownWork: true,
      });
      expect(await act(both, id, 'falls/decision', { decision: 'approved' })).toMatchObject({ status: 403, body: { code: 'own-fall' } });
      expect(await act(both, id, 'falls/decision', { decision: 'declined', reason: 'tự rút' })).toMatchObject({
        status: 403,
        body: { code: 'own-fall' },
      });
      await expect(
        office.database.owner(
          `INSERT INTO cases.case_fall_decisions (proposal_id, decision, decided_by) SELECT id, 'approved', proposed_by FROM cases.case_fall_proposals WHERE case_id = $1`,
          [id],
        ),
      ).rejects.toThrow('nobody decides their own proposal');
      expect((await file(id)).state).toBe('confirmed');
    });
    test('stands when the second person declines, and may be proposed again', async () => {
      const { id } = await confirmed();
      await act(legal, id, 'falls', { reason: 'nghi ngờ chứng cứ' });
      expect((await act(inspector, id, 'falls', { reason: 'cũng nghĩ vậy' })).body.code).toBe('fall-proposed-already');
      expect(await act(inspector, id, 'steps', { to: 'closed', reason: 'xong' })).toMatchObject({
        body: { code: 'case-lacks', lacks: ['no-open-fall'] },
      });
      expect(await act(chief, id, 'falls/decision', { decision: 'declined', reason: 'chứng cứ đủ' })).toMatchObject({
        status: 200,
        body: { state: 'confirmed' },
      });
      expect((await act(inspector, id, 'falls', { reason: 'có tình tiết mới' })).status).toBe(201);
    });
    test('that fell comes back only when one person proposes it and another decides, by no other case about its post either', async () => {
      const both = await office.as('legal', 'chief');
      const ready = await post();
      const { id } = await opened(ready);
      for (const to of ['verifying', 'confirmed']) await step(id, to);
      await act(legal, id, 'falls', { reason: 'bài là châm biếm' });
      await act(chief, id, 'falls/decision', { decision: 'approved' });
      expect(await inspector.call('POST', '/api/cases', { postId: ready.postId })).toMatchObject({
        status: 409,
        body: { code: 'post-fell', caseId: id },
      });
      expect((await act(inspector, (await opened()).id, 'posts', { postId: ready.postId })).body.code).toBe('post-fell');
      expect((await act(inspector, id, 'reopenings', { reason: 'chưa đóng' })).body.code).toBe('no-such-step');
      await step(id, 'closed');
      expect(await step(id, 'verifying')).toMatchObject({ status: 422, body: { code: 'case-lacks', lacks: ['never-fell'] } });
      expect((await act(chief, id, 'reopenings/decision', { decision: 'approved' })).body).toMatchObject({ lacks: ['reopening-proposed'] });
      expect((await act(both, id, 'reopenings', { reason: 'có chứng cứ mới' })).status).toBe(201);
      expect((await act(inspector, id, 'reopenings', { reason: 'cũng nghĩ vậy' })).body.code).toBe('reopening-proposed-already');
      expect((await act(both, id, 'reopenings/decision', { decision: 'approved' })).body.code).toBe('own-reopening');
      expect((await act(inspector, id, 'reopenings/decision', { decision: 'approved' })).status).toBe(403);
      expect((await act(chief, id, 'falls/decision', { decision: 'approved' })).body).toMatchObject({ lacks: ['fall-proposed'] });
      expect((await file(id, chief)).next.map((n) => n.act)).toEqual(['approve-reopening', 'decline-reopening']);
      expect((await act(chief, id, 'reopenings/decision', { decision: 'declined', reason: 'chưa đủ' })).body).toMatchObject({
        state: 'closed',
      });
      expect((await file(id)).next.map((n) => n.act)).toEqual(['propose-reopening']);
      await act(inspector, id, 'reopenings', { reason: 'có chứng cứ mới' });
      expect((await act(chief, id, 'reopenings/decision', { decision: 'approved' })).body).toMatchObject({ state: 'verifying' });
      expect((await step(id, 'confirmed')).body).toMatchObject({ state: 'confirmed' });
    });
    test('does not fall without a proposal, nor by an ordinary step, nor by way of closing and reopening', async () => {
      const everything = await office.as('inspector', 'chief');
      const { id } = await confirmed();
      expect((await act(chief, id, 'falls/decision', { decision: 'approved' })).body.code).toBe('case-lacks');
      expect((await step(id, 'dismissed', everything)).status).toBe(403);
      await step(id, 'closed');
      await step(id, 'verifying');
      expect(await step(id, 'dismissed', everything)).toMatchObject({ status: 422, body: { lacks: ['never-confirmed'] } });
      await act(inspector, id, 'falls', { reason: 'xem lại thì không đúng' });
      expect((await act(chief, id, 'falls/decision', { decision: 'approved' })).body.state).toBe('dismissed');
    });
  });

  describe('the file', () => {
    let id: string;
    let ready: Ready;
    beforeEach(async () => {
      ready = await post();
      ({ id } = await opened(ready));
    });

    test('takes another post that is judged false, with its evidence, and none that stands in another case', async () => {
      const other = await post();
      expect((await act(inspector, id, 'posts', { postId: other.postId })).status).toBe(201);
      const seen = await file(id);
      expect(seen.posts.map((p) => p.postId)).toEqual([ready.postId, other.postId]);
      expect(seen.exhibits).toHaveLength(2);
      expect((await act(inspector, (await opened()).id, 'posts', { postId: other.postId })).body).toMatchObject({
        code: 'already-in-case',
        number: seen.number,
      });
    });
    test('is found by a post that was judged by the same claim, and by no other', async () => {
      const [same, another] = [await post(), await post()];
      await judgeAgain(office, same, 'false-statement-of-fact', inspector.staffId, ready);
      const alike = async (of: Ready) =>
        ((await inspector.call('GET', `/api/cases?open=true&alike=${of.postId}`)).body as unknown as { items: { id: string }[] }).items.map(
          (c) => c.id,
        );
      expect(await alike(same)).toEqual([id]);
      expect(await alike(another)).toEqual([]);
      expect((await act(inspector, id, 'posts', { postId: same.postId })).status).toBe(201);
      expect((await inspector.call('GET', '/api/cases?alike=khong-phai')).status).toBe(400);
    });
    test('takes a part of evidence as exhibit once, and no evidence of a post that is not its own', async () => {
      const exhibit = { evidenceId: ready.evidenceId, part: 'picture', why: 'ảnh chụp toàn trang' };
      expect((await act(inspector, id, 'exhibits', exhibit)).status).toBe(201);
      expect((await act(inspector, id, 'exhibits', exhibit)).body.code).toBe('already-exhibited');
      expect((await act(inspector, id, 'exhibits', { ...exhibit, part: 'nothing' })).status).toBe(404);
      expect((await act(inspector, id, 'exhibits', { evidenceId: (await post()).evidenceId, why: 'bài khác' })).body.code).toBe(
        'foreign-evidence',
      );
      await expect(office.database.owner(`SET ROLE lachan_app; UPDATE cases.exhibits SET why = 'khác'`)).rejects.toThrow(
        /permission denied/,
      );
    });
    test('shows names masked; a look at one needs a reason and stands in the log, a reporter needs the chief’s approval too', async () => {
      const accused = (await act(inspector, id, 'parties', { kind: 'person', role: 'accused', name: 'Nguyễn Văn Thử' }))
        .body as unknown as { id: string };
      const reporter = (await act(inspector, id, 'parties', { kind: 'person', role: 'reporter', name: 'Trần Thị Báo' }))
        .body as unknown as { id: string };
      const text = JSON.stringify(await file(id));
      expect([text.includes('Nguyễn Văn Thử'), text.includes('Trần Thị Báo')]).toEqual([false, false]);
      const look = (who: Caller, party: { id: string }, reason: string) =>
        who.call('POST', `/api/cases/${id}/parties/${party.id}/look`, { reason });
      expect((await look(inspector, accused, '')).status).toBe(400);
      expect(await look(inspector, accused, 'soạn giấy mời')).toMatchObject({
        status: 200,
        body: { name: 'Nguyễn Văn Thử', role: 'accused' },
      });
      for (const who of [inspector, chief]) expect((await look(who, reporter, 'xác minh đơn')).body.code).toBe('identity-not-approved');
      expect((await file(id)).history.filter((h) => h.type === 'personal-data.read')).toHaveLength(1);
      const stored = await office.database.owner<{ all: string }>(
        `SELECT string_agg(office::text || public::text, '') || (SELECT string_agg(encode(name_sealed, 'escape'), '') FROM cases.parties) AS all FROM core.events`,
      );
      expect(stored[0].all).not.toMatch(/Nguyễn Văn Thử|Trần Thị Báo|soạn giấy mời/);
    });
    test('keeps notes as they were written, also after the case ended, and nothing else then', async () => {
      await act(legal, id, 'notes', { text: 'Đã gọi điện.' });
      await step(id, 'verifying');
      await step(id, 'dismissed');
      expect((await act(inspector, id, 'notes', { text: 'Ghi thêm.' })).status).toBe(201);
      expect((await file(id)).notes).toMatchObject([{ text: 'Ghi thêm.' }, { text: 'Đã gọi điện.' }]);
      for (const [path, body] of [
        ['posts', { postId: ready.postId }],
        ['exhibits', { evidenceId: ready.evidenceId, why: 'thêm' }],
        ['parties', { kind: 'person', role: 'other', name: 'X' }],
        ['deadlines', { what: 'việc gì', dueAt: '2099-01-01' }],
      ] as const) {
        expect((await act(inspector, id, path, body)).body.code).toBe('case-not-open');
      }
      await expect(office.database.owner(`SET ROLE lachan_app; DELETE FROM cases.notes`)).rejects.toThrow(/permission denied/);
    });
    test('is called otherwise by whoever works on it, on what they read; its history says from what to what, the log does not', async () => {
      const { id, version } = await opened();
      expect((await file(id)).next.find((n) => n.act === 'retitle')).toMatchObject({ possible: true });
      const retitle = (title: string, on = version, who = inspector) => who.call('POST', `/api/cases/${id}/title`, { title, version: on });
      expect((await retitle('Tin thất thiệt', version, legal)).status).toBe(403);
      expect((await file(id, legal)).next.some((n) => n.act === 'retitle')).toBe(false);
      expect((await retitle(' \u200b ')).body).toMatchObject({ code: 'invalid', errors: [{ path: 'title' }] });
      expect((await retitle('a'.repeat(301))).status).toBe(400);
      expect((await retitle(' Nước muối ')).body).toEqual({ version: version + 1 });
      expect((await retitle('Nước mắm')).body).toMatchObject({ code: 'stale', current: { version: version + 1 } });
      expect((await retitle('Nước muối', version + 1)).body).toEqual({ version: version + 1 });
      expect((await retitle('Nước mắm', version + 1)).body).toEqual({ version: version + 2 });
      const { title, history } = await file(id);
      expect(title).toBe('Nước mắm');
      expect(history.filter((h) => h.type === 'case.retitled')).toMatchObject([
        { actorName: expect.stringContaining('Người'), title: { was: 'Nước muối', now: 'Nước mắm' } },
        { title: { was: null, now: 'Nước muối' } },
      ]);
      const said = await office.database.owner<{ public: object; office: object }>(
        `SELECT public, office FROM core.events WHERE subject = $1 AND type = 'case.retitled'`,
        [id],
      );
      expect([said.length, JSON.stringify(said)]).toEqual([2, expect.not.stringContaining('Nước')]);
      await step(id, 'verifying');
      await step(id, 'dismissed');
      expect((await file(id)).next.some((n) => n.act === 'retitle')).toBe(false);
      expect((await retitle('Sau khi bỏ', (await file(id)).version)).body.code).toBe('case-not-open');
    });
    test('is given to somebody who may work on it, and to nobody else', async () => {
      const colleague = await office.as('inspector');
      expect((await act(inspector, id, 'assignment', { staffId: colleague.staffId })).status).toBe(200);
      expect((await file(id)).assignee).toMatchObject({ staffId: colleague.staffId });
      for (const staffId of [legal.staffId, NOBODY])
        expect((await act(inspector, id, 'assignment', { staffId })).body.code).toBe('not-assignable');
      expect((await act(inspector, id, 'assignment', { staffId: null })).status).toBe(200);
    });
    test('flags a deadline when the office clock has passed it, not before, and never one that was met', async () => {
      const inHours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
      await act(inspector, id, 'deadlines', { what: 'Trả lời người dân', dueAt: inHours(5) });
      const met = (await act(inspector, id, 'deadlines', { what: 'Lấy ý kiến chuyên môn', dueAt: inHours(6) })).body as unknown as {
        id: string;
      };
      expect((await act(inspector, id, 'deadlines', { what: 'Quá muộn rồi', dueAt: inHours(-1) })).body.code).toBe('past-deadline');
      expect((await act(inspector, id, `deadlines/${met.id}/meet`)).status).toBe(200);
      await work();
      expect((await file(id)).history.filter((h) => h.type === 'case.deadline-passed')).toHaveLength(0);
      await office.database.owner(`UPDATE core.installation SET demo = true, clock_offset = '8 hours'`);
      await work();
      await work();
      const seen = await file(id);
      await office.database.owner(`UPDATE core.installation SET clock_offset = '0'`);
      expect(seen.history.filter((h) => h.type === 'case.deadline-passed')).toHaveLength(1);
      expect(seen.deadlines.map((d) => d.overdue)).toEqual([true, false]);
      await step(id, 'verifying');
      await step(id, 'confirmed');
      expect((await step(id, 'closed')).body).toMatchObject({ code: 'case-lacks', lacks: ['no-open-deadline'] });
    });
    test('keeps its post when that post turns out to be another one', async () => {
      const into = await post();
      await office.database.owner('UPDATE intake.posts SET merged_into = $2 WHERE id = $1', [ready.postId, into.postId]);
      await office.app.get(Db).tx((tx) =>
        office.app.get(Log).append(tx, {
          type: 'post.merged',
          v: 1,
          public: {},
          office: { postId: ready.postId, into: into.postId, addressId: ready.addressId },
        }),
      );
      await work();
      expect((await inspector.call('POST', '/api/cases', { postId: into.postId })).body).toMatchObject({
        code: 'already-in-case',
        caseId: id,
      });
      expect((await inspector.call('POST', '/api/cases', { postId: ready.postId })).body).toMatchObject({
        code: 'already-in-case',
        caseId: id,
      });
      expect((await office.app.get(Db).tx((tx) => office.app.get(Cases).get(tx, id))).postIds).toEqual([into.postId]);
    });
  });

  test('a staff member who is a party is barred everywhere, as if the case did not exist', async () => {
    const someone = await office.as('inspector', 'chief');
    const ready = await post();
    const { id, number } = await opened(ready);
    await act(inspector, id, 'assignment', { staffId: someone.staffId });
    const party = (
      await act(inspector, id, 'parties', { kind: 'person', role: 'accused', name: 'Người liên quan', staffId: someone.staffId })
    ).body as unknown as { id: string };
    expect((await file(id)).assignee).toBeNull();
    const { version } = await file(id);
    const tries: [string, string, object?][] = [
      ['GET', ''],
      ['POST', '/steps', { to: 'verifying', version }],
      ['POST', '/posts', { postId: ready.postId }],
      ['POST', '/exhibits', { evidenceId: ready.evidenceId, why: 'xem thử' }],
      ['POST', '/notes', { text: 'x' }],
      ['POST', '/parties', { kind: 'person', role: 'other', name: 'X' }],
      ['POST', `/parties/${party.id}/look`, { reason: 'xem thử' }],
      ['POST', '/deadlines', { what: 'việc gì', dueAt: '2099-01-01' }],
      ['POST', `/deadlines/${NOBODY}/meet`, {}],
      ['POST', '/assignment', { staffId: null, version }],
      ['POST', '/falls', { reason: 'bỏ đi', version }],
      ['POST', '/falls/decision', { decision: 'approved', version }],
    ];
    for (const [method, path, body] of tries)
      expect([path, (await someone.call(method, `/api/cases/${id}${path}`, body)).status]).toEqual([path, 404]);
    const list = (await someone.call('GET', `/api/cases?q=${number}`)).body as unknown as { items: unknown[]; total: number };
    expect([list.items, list.total]).toEqual([[], 0]);
    const doubled = await someone.call('POST', '/api/cases', { postId: ready.postId });
    expect([doubled.status, doubled.body.code, doubled.body.number]).toEqual([404, 'missing', undefined]);
    expect((await act(inspector, id, 'assignment', { staffId: someone.staffId })).body.code).toBe('not-assignable');
    const db = office.app.get(Db);
    expect(await db.tx((tx) => office.app.get(Cases).isBarred(tx, id, someone.staffId))).toBe(true);
    expect((await db.tx((tx) => office.app.get(Cases).get(tx, id))).barred).toEqual(new Set([someone.staffId]));
  });

  test('a colleague who was named by mistake may know of it again, once a second person lifts the bar; another case goes on barring them', async () => {
    const [named, chief] = [await office.as('inspector'), await office.as('chief')];
    const [ready, other] = [await post(), await post()];
    const [{ id }, { id: otherId }] = [await opened(ready), await opened(other)];
    const name = async (caseId: string) =>
      (await act(inspector, caseId, 'parties', { kind: 'person', role: 'witness', name: 'Người chứng kiến', staffId: named.staffId })).body
        .id;
    const [party, otherParty] = [await name(id), await name(otherId)];
    await office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      named.staffId,
      other.postId,
    ]);
    const sees = async () =>
      Promise.all(
        [`cases/${id}`, `triage/${ready.itemId}`, `cases/${otherId}`].map(async (path) => (await named.call('GET', `/api/${path}`)).status),
      );
    const lift = async (who: Caller, caseId: string, partyId: string) =>
      act(who, caseId, `parties/${partyId}/bar-lift`, { reason: 'trùng tên, không phải người này', version: (await file(caseId)).version });
    expect(await sees()).toEqual([404, 404, 404]);
    expect((await lift(inspector, id, party)).status).toBe(403);
    expect((await lift(chief, id, otherParty)).status).toBe(404);
    const both = await office.as('inspector', 'chief');
    const own = (await act(both, id, 'parties', { kind: 'person', role: 'other', name: 'Người khác', staffId: named.staffId })).body.id;
    expect((await lift(both, id, own)).body.code).toBe('own-bar');
    expect((await lift(chief, id, own)).status).toBe(200);
    expect(await sees()).toEqual([404, 404, 404]);
    expect((await lift(chief, id, party)).status).toBe(200);
    expect(await sees()).toEqual([200, 200, 404]);
    expect((await lift(chief, id, party)).status).toBe(404);
    const parties = (await chief.call('GET', `/api/cases/${id}/parties`)).body as unknown as {
      items: { isStaff: boolean; bars: boolean }[];
    };
    expect(parties.items.map((p) => [p.isStaff, p.bars])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  test('nobody hides a case by naming whoever oversees it: the last chief is not barred, nor through a post of another case', async () => {
    const chiefs = await office.database.owner<{ staff_id: string }>(
      `UPDATE core.staff_roles SET ended_at = clock_timestamp() WHERE role = 'chief' AND ended_at IS NULL RETURNING staff_id`,
    );
    const [one, two] = [await office.as('chief'), await office.as('chief')];
    const [ready, other] = [await post(), await post()];
    const [{ id }, { id: otherId }] = [await opened(ready), await opened(other)];
    const name = (caseId: string, { staffId }: Caller) =>
      act(inspector, caseId, 'parties', { kind: 'person', role: 'witness', name: 'Người chứng kiến', staffId });
    expect((await name(id, one)).status).toBe(201);
    expect(await name(id, two)).toMatchObject({
      status: 409,
      body: { code: 'nobody-oversees', rights: expect.arrayContaining(['case.fall']) },
    });
    expect((await two.call('GET', `/api/cases/${id}`)).status).toBe(200);
    expect((await name(otherId, two)).status).toBe(201);
    const further = await post();
    await office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [two.staffId, further.postId]);
    expect((await act(inspector, id, 'posts', { postId: further.postId })).body.code).toBe('nobody-oversees');
    expect((await two.call('GET', `/api/cases/${id}`)).status).toBe(200);
    await office.database.owner(`UPDATE core.staff_roles SET ended_at = NULL WHERE role = 'chief' AND staff_id = ANY($1)`, [
      chiefs.map((c) => c.staff_id),
    ]);
  });

  test('a staff member who is a party finds none of the posts of the case, and judges none', async () => {
    const someone = await office.as('inspector', 'chief');
    const [ready, later] = [await post(), await post()];
    const { id } = await opened(ready);
    await act(inspector, id, 'parties', { kind: 'person', role: 'accused', name: 'Người liên quan', staffId: someone.staffId });
    await act(inspector, id, 'posts', { postId: later.postId });
    for (const { itemId, postId, captureId } of [ready, later]) {
      const doors: [string, string, object?][] = [
        ['GET', `/api/triage/${itemId}`],
        ['POST', `/api/triage/${itemId}/lease`],
        ['POST', `/api/triage/${itemId}/judgement`, { judgement: 'true', version: 1 }],
        ['DELETE', `/api/triage/${itemId}/judgement`],
        ['GET', `/api/posts/${postId}/captures`],
        ['POST', `/api/posts/${postId}/captures`, {}],
        ['GET', `/api/captures/${captureId}`],
        ['GET', `/api/captures/${captureId}/parts/picture`],
      ];
      for (const [method, path, body] of doors) expect([path, (await someone.call(method, path, body)).status]).toEqual([path, 404]);
      const judged = async (who: typeof someone) =>
        ((await who.call('GET', '/api/triage?state=judged&limit=100')).body as unknown as { items: { postId: string }[] }).items.map(
          (i) => i.postId,
        );
      expect(await judged(someone)).not.toContain(postId);
      expect(await judged(inspector)).toContain(postId);
      expect((await inspector.call('GET', `/api/triage/${itemId}`)).status).toBe(200);
    }
  });

  test('a staff member who is a party finds the post under none of its ids, whether it was merged before or after', async () => {
    const someone = await office.as('inspector');
    const [ready, before, after] = [await post(), await post(), await post()];
    const merge = (from: Ready) =>
      office.database.owner('UPDATE intake.posts SET merged_into = $2 WHERE id = $1', [from.postId, ready.postId]);
    await merge(before);
    const { id } = await opened(ready);
    await act(inspector, id, 'parties', { kind: 'person', role: 'accused', name: 'Người liên quan', staffId: someone.staffId });
    await merge(after);
    await office.app.get(Db).tx((tx) =>
      office.app.get(Log).append(tx, {
        type: 'post.merged',
        v: 1,
        public: {},
        office: { postId: after.postId, into: ready.postId, addressId: after.addressId },
      }),
    );
    await work();
    for (const { postId, captureId } of [ready, before, after]) {
      expect((await someone.call('POST', `/api/posts/${postId}/captures`, {})).status).toBe(404);
      expect((await someone.call('GET', `/api/captures/${captureId}`)).status).toBe(404);
      expect((await someone.call('GET', `/api/captures/${captureId}/parts/picture`)).status).toBe(404);
      expect((await someone.call('POST', '/api/cases', { postId })).status).toBe(404);
    }
  });

  test('a staff member who was a party once takes the matter over by no later case, their own or a colleague’s', async () => {
    const someone = await office.as('inspector', 'coordinator');
    const [ready, same] = [await post(), await post()];
    await office.database.owner(`UPDATE classify.triage_items SET text_sha256 = $2 WHERE id = ANY($1)`, [
      [ready.itemId, same.itemId],
      'b'.repeat(64),
    ]);
    await office.database.owner(`UPDATE classify.judgements SET text_sha256 = $2 WHERE id = ANY($1)`, [
      [ready.judgementId, same.judgementId],
      'b'.repeat(64),
    ]);
    const first = await opened(ready);
    await act(inspector, first.id, 'parties', { kind: 'person', role: 'accused', name: 'Người liên quan', staffId: someone.staffId });
    for (const to of ['verifying', 'dismissed', 'closed']) await step(first.id, to);
    const own = (await someone.call('POST', '/api/cases', { postId: same.postId })).body as unknown as File;
    expect((await someone.call('POST', '/api/cases', { postId: ready.postId })).status).toBe(404);
    expect((await someone.call('POST', `/api/cases/${own.id}/posts`, { postId: ready.postId })).status).toBe(404);
    const sameText = async (who: Caller) =>
      ((await who.call('GET', `/api/triage/${same.itemId}`)).body as unknown as { sameText: { postId: string }[] }).sameText.map(
        (s) => s.postId,
      );
    expect([await sameText(inspector), await sameText(someone)]).toEqual([[ready.postId], []]);
    const later = await opened(ready);
    expect((await someone.call('GET', `/api/cases/${later.id}`)).status).toBe(404);
    expect((await someone.call('POST', `/api/cases/${later.id}/steps`, { to: 'verifying', version: 1 })).status).toBe(404);
    expect((await someone.call('GET', `/api/takedowns/prefill?caseId=${later.id}`)).status).toBe(404);
    const found = (await someone.call('GET', `/api/cases?q=${later.number}`)).body as unknown as { total: number };
    expect(found.total).toBe(0);
    expect((await act(inspector, later.id, 'assignment', { staffId: someone.staffId })).body.code).toBe('not-assignable');
  });

  test('a staff member who is a party reads no line of the log that names the case, its posts or their captures', async () => {
    const auditor = await office.as('auditor');
    const ready = await post();
    const { id } = await opened(ready);
    const named = async () => {
      const { items } = (await auditor.call('GET', '/api/log?limit=100')).body as unknown as { items: object[] };
      const text = JSON.stringify(items);
      return [id, ready.postId, ready.addressId].map((record) => text.includes(record));
    };
    expect((await inspector.call('POST', `/api/posts/${ready.postId}/captures`, {})).status).toBe(201);
    expect(await named()).toEqual([true, true, true]);
    await act(inspector, id, 'parties', { kind: 'person', role: 'accused', name: 'Người liên quan', staffId: auditor.staffId });
    expect(await named()).toEqual([false, false, false]);
  });

  test('what is not in the form that the address takes is refused field by field, and changes nothing', async () => {
    const { id } = await opened();
    const wrong: [string, object, string][] = [
      ['steps', { to: 'verifying' }, 'version'],
      ['steps', { to: 'gone', version: 1 }, 'to'],
      ['steps', { to: 'verifying', version: '1' }, 'version'],
      ['steps', { to: 'verifying', version: 1, force: true }, 'force'],
      ['notes', { text: '' }, 'text'],
      ['notes', { text: ' \n ' }, 'text'],
      ['notes', { text: 'x'.repeat(10_001) }, 'text'],
      ['notes', { text: ['x'] }, 'text'],
      ['parties', { kind: 'robot', role: 'accused', name: 'X' }, 'kind'],
      ['parties', { kind: 'person', role: 'judge', name: 'X' }, 'role'],
      ['parties', { kind: 'organisation', role: 'other', name: 'X', staffId: inspector.staffId }, 'staffId'],
      ['parties', { kind: 'person', role: 'other', name: 'X', staffId: NOBODY }, 'staffId'],
      ['deadlines', { what: 'việc gì', dueAt: 'mai' }, 'dueAt'],
      ['deadlines', { what: 'x', dueAt: '2099-01-01' }, 'what'],
      ['exhibits', { evidenceId: 'x', why: 'vì sao' }, 'evidenceId'],
      ['exhibits', { evidenceId: NOBODY, why: '  ' }, 'why'],
      ['exhibits', { evidenceId: NOBODY, why: 'vì sao', part: '../x' }, 'part'],
      ['assignment', { version: 1 }, 'staffId'],
    ];
    for (const [path, body, field] of wrong) {
      const answer = await inspector.call('POST', `/api/cases/${id}/${path}`, body);
      expect([path, body, answer.status, (answer.body.errors as { path: string }[] | undefined)?.[0]?.path]).toEqual([
        path,
        body,
        400,
        field,
      ]);
    }
    for (const path of ['/api/cases/1', '/api/cases?state=gone', '/api/cases?limit=1000', '/api/cases?cursor=x'])
      expect((await inspector.call('GET', path)).status).toBe(400);
    expect(await file(id)).toMatchObject({ version: 1, state: 'open', notes: [], parties: [], deadlines: [] });
  });

  test('the list pages by number, newest first, and filters by state and number', async () => {
    const mine: File[] = [];
    for (let i = 0; i < 3; i++) mine.push(await opened());
    await step(mine[1].id, 'verifying');
    const page = async (query: string) =>
      (await inspector.call('GET', `/api/cases?${query}`)).body as unknown as { items: File[]; nextCursor: string | null; total: number };
    const first = await page('limit=2');
    const second = await page(`limit=2&cursor=${first.nextCursor}`);
    const numbers = [...first.items, ...second.items].map((c) => c.number);
    expect(numbers).toEqual([...numbers].sort().reverse());
    expect(new Set(numbers).size).toBe(4);
    expect((await page(`q=${mine[1].number}&state=verifying`)).items.map((c) => c.id)).toEqual([mine[1].id]);
    expect((await page(`q=${mine[0].number}&state=verifying`)).total).toBe(0);
    const oldest = (await page('sort=oldest&limit=100')).items.map((c) => c.number);
    expect(oldest).toEqual([...oldest].sort());
  });
  test('the list begins with what is due soonest where that is asked for, each case once, those without a deadline last', async () => {
    const [soon, later] = [await opened(), await opened()];
    const due = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    for (const [id, days] of [
      [later.id, 9],
      [soon.id, 20],
      [soon.id, 1],
    ] as const)
      expect((await inspector.call('POST', `/api/cases/${id}/deadlines`, { what: 'hỏi lại', dueAt: due(days) })).status).toBe(201);
    const found: { id: string; number: string; nextDeadline: string | null }[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await inspector.call('GET', `/api/cases?sort=due&limit=3${cursor && `&cursor=${cursor}`}`);
      found.push(...(body.items as typeof found));
      cursor = body.nextCursor as string | null;
    }
    expect(new Set(found.map((c) => c.id)).size).toBe(found.length);
    expect(found.map((c) => c.id).filter((id) => id === soon.id || id === later.id)).toEqual([soon.id, later.id]);
    const keys = found.map((c) => c.nextDeadline ?? 'none');
    expect(keys).toEqual([...keys].sort());
    const without = found.filter((c) => c.nextDeadline === null).map((c) => c.number);
    expect(without).toEqual([...without].sort().reverse());
    expect((await inspector.call('GET', '/api/cases?q=abc')).status).toBe(400);
  });
});
