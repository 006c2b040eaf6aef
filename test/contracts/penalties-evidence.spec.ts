import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Office } from '../kit/office.js';
import { judgeAgain } from './cases-setup.js';
import { confirmedCase, stepCase } from './enforcement-setup.js';
import { PAPERS, PenaltyDesk } from './penalties-setup.js';

describe('what a penalty rests on', () => {
  let office: Office;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
  }, 60_000);
  afterAll(() => office.close());

  test('is every post that its exhibits show: another post of the case does not carry it', async () => {
    const { caseId, posts } = await confirmedCase(office, desk.inspector, 2);
    const { exhibits } = (await desk.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as {
      exhibits: { id: string; evidenceId: string }[];
    };
    const shows = (post: number) => exhibits.find((x) => x.evidenceId === posts[post].evidenceId)!.id;
    const record = async (exhibitIds: string[], name: string) => {
      const party = { kind: 'person', role: 'accused', name };
      const partyId = ((await desk.inspector.call('POST', `/api/cases/${caseId}/parties`, party)).body as unknown as { id: string }).id;
      const identity = { ...PAPERS.person, idNumber: `00109000${1000 + name.length * 7 + exhibitIds.length}` };
      const drafted = await desk.draftRecord({ caseId, partyId, exhibits: exhibitIds }, { identity });
      const { id } = drafted.body as unknown as { id: string };
      for (const role of ['recorder', 'accused']) await desk.present(id, role);
      return id;
    };
    const decided = async (recordId: string) => {
      await desk.draw(recordId);
      await desk.confirmRight(recordId, true);
      await desk.explain(recordId, 'waived', '2026-09-14');
      return ((await desk.draftDecision(recordId)).body as unknown as { id: string }).id;
    };
    const [ofFirst, ofBoth] = [await decided(await record([shows(0)], 'Nguyễn Văn Một')), await record([shows(0), shows(1)], 'Lê Thị Hai')];
    const ofSecond = await decided(await record([shows(1)], 'Trần Văn Ba'));
    expect((await desk.sign(ofFirst)).status).toBe(200);
    await judgeAgain(office, posts[0], 'satire', desk.inspector.staffId);
    expect((await desk.draw(ofBoth)).body).toMatchObject({ code: 'violation-lacks', lacks: ['judged-false'] });
    expect((await desk.number(ofFirst)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['judged-false'] });
    expect((await desk.sign(ofSecond)).status).toBe(200);
    expect((await desk.number(ofSecond)).status).toBe(200);
  });

  test('was there before it was seen: an act that begins after an exhibit was sealed is refused, with the day of the seal', async () => {
    const made = await desk.accused();
    await desk.today('2026-09-20T02:00:00Z');
    const late = await desk.draftRecord(made, { act: { started: '2026-09-15', discovered: '2026-09-16' } });
    expect([late.status, late.body.errors]).toMatchObject([400, [{ path: 'act.started', rule: 'afterEvidence', last: '2026-09-14' }]]);
    expect((await desk.draftRecord(made, { act: { started: '2026-09', discovered: '2026-09-16' } })).status).toBe(201);
    await desk.today('2026-09-14T02:00:00Z');
  });
  test('begins on the day that the post tells of itself, or the record that those present sign says why not', async () => {
    const made = await desk.accused();
    await office.database.owner(
      `UPDATE crawl.captures c SET posted_at = '2026-09-08T18:00:00Z' FROM cases.exhibits x WHERE x.capture_id = c.id AND x.id = $1`,
      [made.exhibits[0]],
    );
    const { id } = (await desk.draftRecord(made)).body as unknown as { id: string };
    const lacks = async (act: object) => {
      const { caseId: _case, partyId: _party, ...body } = desk.recordBody(made, { act });
      const changed = await desk.inspector.call('PUT', `/api/violations/${id}`, { ...body, version: (await desk.record(id)).version });
      expect(changed.status).toBe(200);
      for (const role of ['recorder', 'accused']) await desk.present(id, role);
      return (await desk.record(id)).next.find((n) => n.act === 'draw')!.lacks;
    };
    expect(await desk.record(id)).toMatchObject({ shown: { sealedOn: '2026-09-14', postedOn: '2026-09-09' } });
    expect(await lacks({ started: '2026-09-10', facts: 'Đăng tin sai' })).toEqual(['begin-as-shown']);
    expect((await desk.draw(id)).body).toMatchObject({ code: 'violation-lacks', lacks: ['begin-as-shown'] });
    expect(await lacks({ started: '2026-09-09' })).toEqual([]);
    expect(await lacks({ started: '2026-09-10', startedReason: 'Bài được sửa thành tin sai ngày 10' })).toEqual([]);
    expect((await desk.draw(id)).status).toBe(200);
  });

  test.each(['waived', 'written', 'heard'])('is, that the accused explained or gave it up (%s), a paper of the case', async (kind) => {
    const made = await desk.drawn();
    const explain = (exhibitId: string | null) => desk.explain(made.recordId, kind, '2026-09-14', { exhibitId });
    expect((await explain(null)).body).toMatchObject({ status: 422, code: 'paper-needed' });
    expect((await explain(made.exhibits[0])).body).toMatchObject({ status: 422, code: 'not-a-paper' });
    expect((await desk.record(made.recordId)).explanations).toEqual([]);
    expect((await explain(await desk.paper(made.caseId))).status).toBe(201);
  });

  test.each([
    ['handed over', { served: true }],
    ['not handed over', { served: false, reason: 'thư bị trả lại' }],
  ])('is, that a decision was %s, a paper that came once it had its number, and no capture of the post', async (_, more) => {
    const made = await desk.signed();
    const early = await desk.paper(made.caseId);
    const serve = (exhibitId: string) => desk.act(made.id, 'services', { how: 'secured-post', on: '2026-09-14', exhibitId, ...more });
    expect((await serve(early)).body.code).toBe('no-such-step');
    await desk.number(made.id);
    expect((await serve(made.exhibits[0])).body).toMatchObject({ status: 422, code: 'not-a-paper' });
    expect((await serve(early)).body).toMatchObject({ status: 422, code: 'paper-too-early' });
    expect((await serve(await desk.paper((await desk.accused()).caseId))).body.code).toBe('foreign-exhibit');
    expect((await serve(await desk.paper(made.caseId))).status).toBe(200);
  });

  test('is punished once: the same person in the same case, entered again, gets no second record of the same post, nor a signature on one', async () => {
    const made = await desk.issued();
    const accused = async (name: string) => {
      const party = { kind: 'person', role: 'accused', name };
      return ((await desk.inspector.call('POST', `/api/cases/${made.caseId}/parties`, party)).body as unknown as { id: string }).id;
    };
    const drafted = async (partyId: string, idNumber: string) => {
      const { id } = (await desk.draftRecord({ ...made, partyId }, { identity: { ...PAPERS.person, idKind: 'CCCD', idNumber } }))
        .body as unknown as { id: string };
      for (const role of ['recorder', 'accused']) await desk.present(id, role);
      return id;
    };
    const first = await desk.record(made.recordId);
    const named = { lacks: ['punished-once'], violationId: first.id, reference: first.reference };
    const again = await drafted(await accused('Nguyễn Văn Thử'), ' 001090 000001 ');
    expect((await desk.draw(again)).body).toMatchObject({ code: 'violation-lacks', ...named });
    expect(JSON.stringify(await desk.record(again))).not.toContain('000001');
    const other = await drafted(await accused('Lê Thị Khác'), '001090000002');
    expect((await desk.draw(other)).status).toBe(200);

    // drawn up before the house looked for it
    await office.database.owner(`UPDATE enforcement.violations SET state = 'drawn', drawn_on = '2026-09-14' WHERE id = $1`, [again]);
    await desk.confirmRight(again, true);
    await desk.explain(again, 'waived', '2026-09-14');
    const { id } = (await desk.draftDecision(again)).body as unknown as { id: string };
    expect((await desk.sign(id)).body).toMatchObject({ code: 'penalty-lacks', ...named });
  });

  describe('is punished once, in whichever case', () => {
    const opened = async (postId: string): Promise<string> => {
      const { body } = await desk.inspector.call('POST', '/api/cases', { postId });
      const { id } = body as unknown as { id: string };
      for (const to of ['verifying', 'confirmed']) await stepCase(desk.inspector, id, to);
      return id;
    };
    /** The same person again, in a new case about the same post. */
    const again = async (caseId: string) => {
      const { posts } = (await desk.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { posts: { postId: string }[] };
      await stepCase(desk.inspector, caseId, 'closed');
      const next = await opened(posts[0].postId);
      const party = { kind: 'person', role: 'accused', name: 'Nguyễn Văn Thử' };
      const partyId = ((await desk.inspector.call('POST', `/api/cases/${next}/parties`, party)).body as unknown as { id: string }).id;
      const { exhibits } = (await desk.inspector.call('GET', `/api/cases/${next}`)).body as unknown as { exhibits: { id: string }[] };
      const drafted = await desk.draftRecord({ caseId: next, partyId, exhibits: exhibits.map((x) => x.id) });
      const { id } = drafted.body as unknown as { id: string };
      for (const role of ['recorder', 'accused']) await desk.present(id, role);
      return id;
    };
    test('so that what was fined and paid is not drawn up anew, and whoever may not see the first case learns no more', async () => {
      const made = await desk.served();
      await desk.pay(made.id, (await desk.decision(made.id)).amount!, '2026-09-14');
      const first = await desk.record(made.recordId);
      const second = await again(made.caseId);
      const refused = { code: 'violation-lacks', lacks: ['punished-once'] };
      expect((await desk.draw(second)).body).toMatchObject({ ...refused, violationId: first.id, reference: first.reference });
      const colleague = await office.as('inspector');
      await office.database.owner(
        'INSERT INTO cases.parties (id, case_id, kind, role, name_sealed, staff_id, added_by) SELECT gen_random_uuid(), case_id, kind, $2, name_sealed, $3, added_by FROM cases.parties WHERE id = $1',
        [made.partyId, 'witness', colleague.staffId],
      );
      const { body } = await desk.draw(second, colleague);
      expect(body).toMatchObject(refused);
      expect(JSON.stringify([body, await desk.record(second, colleague)])).not.toContain(first.id);
    });
    test('and again once the decision was annulled', async () => {
      const made = await desk.served();
      const { id } = (await desk.act(made.id, 'annulment', { ground: 'error', reason: 'Sai thủ tục' }, desk.other)).body as unknown as {
        id: string;
      };
      await desk.sign(id, desk.second);
      await desk.number(id);
      await desk.serve(id, '2026-09-14');
      expect((await desk.draw(await again(made.caseId))).status).toBe(200);
    });
  });
});
