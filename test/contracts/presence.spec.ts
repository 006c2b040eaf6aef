import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { LiveStream } from '../kit/live-stream.js';
import { Caller, openOffice, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { judgedPost, type Ready } from './cases-setup.js';

const KINDS = { takedown: 'takedown.read', violation: 'violation.read', penalty: 'penalty.read', correction: 'correction.read' } as const;

describe('who has a record open', () => {
  let office: Office;
  let elsewhere: string;
  let an: Caller;
  let binh: Caller;
  let post: Ready;
  let caseId: string;
  const streams: LiveStream[] = [];
  const listen = async (who: Caller) => {
    const stream = await LiveStream.open(who);
    streams.push(stream);
    return stream;
  };
  const there = (who: Caller) => Object.assign(new Caller(elsewhere), { cookie: who.cookie, csrf: who.csrf, staffId: who.staffId });
  const opens = (who: Caller, kind: string, id: string, tab: string = randomUUID()) =>
    who.call('PUT', `/api/presence/${tab}`, { kind, id });
  const others = async (who: Caller, kind: string, id: string, tab?: string): Promise<string[]> => {
    const { status, body } = await opens(who, kind, id, tab);
    expect(status).toBe(200);
    return (body.others as { staffId: string }[]).map((o) => o.staffId);
  };
  const sql = <T extends object>(text: string, values?: unknown[]) => office.database.owner<T>(text, values);

  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    elsewhere = await office.another();
    [an, binh] = [await office.as('inspector'), await office.as('inspector')];
    post = await judgedPost(office, an.staffId);
    const made = await an.call('POST', '/api/cases', { postId: post.postId });
    expect(made.status).toBe(201);
    caseId = String(made.body.id);
  }, 60_000);
  afterEach(async () => {
    for (const stream of streams.splice(0)) stream.close();
    await sql('DELETE FROM core.presence');
  });
  afterAll(() => office.close());

  test('is told by name to whoever has it open too, and to nobody else', async () => {
    const tab = randomUUID();
    expect(await others(an, 'case', caseId, tab)).toEqual([]);
    const { body } = await opens(there(binh), 'case', caseId);
    expect(body.others).toEqual([{ staffId: an.staffId, name: expect.stringMatching(/^Người \d+$/) }]);
    expect(await others(an, 'case', caseId, tab)).toEqual([binh.staffId]);
    expect(await others(an, 'triage', post.itemId)).toEqual([]);
  });
  test('names a person once, whatever their tabs, and never the one who asks', async () => {
    await others(an, 'case', caseId);
    await others(an, 'case', caseId);
    expect(await others(binh, 'case', caseId)).toEqual([an.staffId]);
    expect(await others(an, 'case', caseId)).toEqual([binh.staffId]);
  });
  test('is told at once to those who have it open, at whatever process, and to nobody who has not', async () => {
    const [hers, his] = [await listen(an), await listen(binh)];
    await others(an, 'case', caseId);
    const tab = randomUUID();
    await others(there(binh), 'case', caseId, tab);
    await hers.hears('presence', caseId, 3_000);
    await his.hears('presence', caseId, 3_000);
    const chief = await office.as('chief');
    const apart = await listen(chief);
    const heard = hers.heard.length;
    expect((await there(binh).call('DELETE', `/api/presence/${tab}`)).status).toBe(204);
    await until(async () => hers.heard.slice(heard).some((h) => h.type === 'presence'), 3_000);
    expect(await others(an, 'case', caseId)).toEqual([]);
    expect(apart.raw).not.toContain(caseId);
  });
  test('ends when the tab opens another record', async () => {
    const tab = randomUUID();
    await others(an, 'case', caseId, tab);
    await others(an, 'triage', post.itemId, tab);
    expect(await others(binh, 'case', caseId)).toEqual([]);
    expect(await others(binh, 'triage', post.itemId)).toEqual([an.staffId]);
  });
  test('ends by itself when a tab is heard of no more, and those who look are told', async () => {
    const stream = await listen(an);
    const mine = randomUUID();
    await others(an, 'case', caseId, mine);
    await others(binh, 'case', caseId);
    await stream.hears('presence', caseId, 3_000);
    const heard = stream.heard.length;
    await sql(`UPDATE core.presence SET seen_at = seen_at - interval '21 seconds' WHERE staff_id = $1`, [binh.staffId]);
    expect(await others(an, 'case', caseId, mine)).toEqual([]);
    await until(async () => (await sql('SELECT 1 FROM core.presence WHERE staff_id = $1', [binh.staffId])).length === 0, 10_000);
    await until(async () => stream.heard.slice(heard).some((h) => h.type === 'presence'), 10_000);
  }, 20_000);
  test('is shown in the queue to whoever reads it', async () => {
    await others(an, 'triage', post.itemId);
    const line = async (who: Caller) => {
      const { body } = await who.call('GET', '/api/triage?state=all');
      return (body.items as { id: string; openBy: { staffId: string; name: string }[] }[]).find((i) => i.id === post.itemId)!;
    };
    expect((await line(binh)).openBy.map((o) => o.staffId)).toEqual([an.staffId]);
    expect((await line(an)).openBy).toEqual([]);
    const stream = await listen(binh);
    await others(await office.as('legal'), 'triage', post.itemId);
    await stream.hears('moved', 'triage', 3_000);
  });
  test('whoever may not read the record neither sees nor is seen', async () => {
    await others(an, 'case', caseId);
    const [operator, administrator] = [await office.as('operator'), await office.as('administrator')];
    for (const who of [operator, administrator]) expect((await opens(who, 'case', caseId)).status).toBe(403);
    for (const [kind, right] of Object.entries(KINDS))
      expect((await opens(operator, kind, randomUUID())).status).toBe(right === 'correction.read' ? 404 : 403);
    const auditor = await office.as('auditor');
    for (const kind of ['triage', 'case', ...Object.keys(KINDS)])
      expect([kind, (await opens(auditor, kind, randomUUID())).status]).toEqual([kind, 404]);
    expect((await opens(office.guest(), 'case', caseId)).status).toBe(401);
    expect((await opens(an, 'report', caseId)).status).toBe(400);
    expect(await others(an, 'case', caseId)).toEqual([]);
  });
  test('whoever is party to it neither sees nor is seen, from the moment on at which that is known', async () => {
    const someone = await office.as('inspector');
    const stream = await listen(someone);
    const tab = randomUUID();
    await others(someone, 'case', caseId, tab);
    await others(someone, 'triage', post.itemId);
    expect(await others(an, 'case', caseId)).toEqual([someone.staffId]);
    const party = { kind: 'person', role: 'accused', name: 'Người liên quan', staffId: someone.staffId };
    const { version } = (await an.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number };
    expect((await an.call('POST', `/api/cases/${caseId}/parties`, { ...party, version })).status).toBe(201);
    expect(await others(an, 'case', caseId)).toEqual([]);
    expect(await others(binh, 'triage', post.itemId)).toEqual([]);
    expect((await opens(someone, 'case', caseId, tab)).status).toBe(404);
    expect((await opens(someone, 'triage', post.itemId)).status).toBe(404);
    expect(stream.ended).toBe(false);
  });
  test('whoever is barred from its post by another case neither sees nor is seen', async () => {
    const someone = await office.as('inspector');
    await others(someone, 'case', caseId);
    expect(await others(an, 'case', caseId)).toEqual([someone.staffId]);
    await sql('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [someone.staffId, post.postId]);
    expect(await others(an, 'case', caseId)).toEqual([]);
    expect((await opens(someone, 'case', caseId)).status).toBe(404);
  });
  test('whose session ended or whose role fell away is not there any more', async () => {
    const [leaves, loses] = [await office.as('inspector'), await office.as('inspector')];
    await others(leaves, 'case', caseId);
    await others(loses, 'case', caseId);
    expect((await others(an, 'case', caseId)).sort()).toEqual([leaves.staffId, loses.staffId].sort());
    await leaves.call('POST', '/api/sign-out');
    expect(await others(an, 'case', caseId)).toEqual([loses.staffId]);
    const administrator = await office.as('administrator');
    expect((await administrator.call('DELETE', `/api/users/${loses.staffId}/roles/inspector`)).status).toBe(204);
    expect(await others(an, 'case', caseId)).toEqual([]);
  });
  test('leaves nothing on the log, and no more tabs of a person than anybody has', async () => {
    const events = () => sql<{ n: number }>('SELECT count(*)::int AS n FROM core.events');
    const before = await events();
    for (let n = 0; n < 33; n++) await others(an, 'case', caseId);
    expect(await events()).toEqual(before);
    expect(await sql('SELECT count(*)::int AS n FROM core.presence WHERE staff_id = $1', [an.staffId])).toEqual([{ n: 30 }]);
  }, 20_000);
  test('a tab is only its own: under the same name that of somebody else stays', async () => {
    const tab = randomUUID();
    await others(an, 'case', caseId, tab);
    await others(binh, 'case', caseId, tab);
    expect((await binh.call('DELETE', `/api/presence/${tab}`)).status).toBe(204);
    expect(await others(binh, 'case', caseId)).toEqual([an.staffId]);
  });
});
