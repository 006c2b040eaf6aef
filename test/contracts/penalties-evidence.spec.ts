import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Office } from '../kit/office.js';
import { judgeAgain } from './cases-setup.js';
import { confirmedCase } from './enforcement-setup.js';
import { PenaltyDesk } from './penalties-setup.js';

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
      const drafted = await desk.draftRecord({ caseId, partyId, exhibits: exhibitIds });
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
});
